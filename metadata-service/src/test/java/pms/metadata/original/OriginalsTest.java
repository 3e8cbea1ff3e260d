package pms.metadata.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pms.contracts.Ids;
import pms.contracts.OriginalFile;
import pms.contracts.ObjectKeys;
import pms.kit.store.ObjectMissing;
import pms.kit.store.ObjectStore;
import pms.metadata.extract.Extracted;
import pms.metadata.extract.Pictures;
import pms.metadata.image.UploadStandIn;
import pms.platform.test.PmsPlatform;

/** Originals on the real store: only what is read of them is fetched. */
@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
@QuarkusTestResource(UploadStandIn.class)
class OriginalsTest {

  private static final int LARGE = 3 << 20;

  @Inject ObjectStore store;
  @Inject Originals originals;

  @ParameterizedTest
  @ValueSource(strings = {"image/tiff", "image/x-nikon-nef", "image/x-adobe-dng", "image/jpeg"})
  void large_originals_are_read_where_their_metadata_lies(String type) {
    byte[] small = type.equals("image/jpeg") ? Pictures.paris() : Pictures.exifOf(Pictures.paris());
    Extracted extracted = originals.read(stored(type, Arrays.copyOf(small, LARGE)));
    assertThat(extracted.facts().camera().model()).isEqualTo("D70");
    assertThat(extracted.facts().warnings()).isEmpty();
  }

  @Test
  void a_name_tells_the_time_where_the_file_does_not() {
    Extracted extracted = originals.read(stored("image/jpeg", Pictures.jpeg(8, 8)));
    assertThat(extracted.facts().takenAt().source()).isEqualTo("filename");
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/heic", "image/tiff", "image/x-fuji-raf", "image/jpeg"})
  void an_original_that_is_gone_is_not_the_files_fault(String type) {
    OriginalFile gone = uploaded(type, ObjectKeys.original("nobody", Ids.next()), 1000);
    assertThatThrownBy(() -> originals.read(gone)).isInstanceOf(ObjectMissing.class);
  }

  @Test
  void reading_on_and_on_is_stopped() {
    OriginalFile stored = stored("image/tiff", new byte[LARGE]);
    StoredBytes bytes = new StoredBytes(store, stored.objectKey(), LARGE, 1 << 20);
    assertThatThrownBy(() -> {
      for (int i = 0; i < 20; i++) {
        bytes.read(i * 150_000L, 140_000);
      }
    }).hasMessage("is too large for that");
  }

  private OriginalFile stored(String type, byte[] content) {
    OriginalFile image = uploaded(type, ObjectKeys.original("owner", Ids.next()), content.length);
    store.put(image.objectKey(), new ByteArrayInputStream(content), content.length, type);
    return image;
  }

  private static OriginalFile uploaded(String type, String key, int length) {
    return new OriginalFile(1, "IMG_20210704_153012", type, length, "", key, null, null, Instant.EPOCH);
  }
}
