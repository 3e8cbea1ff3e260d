package pms.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.commons.imaging.Imaging;
import org.apache.commons.imaging.formats.jpeg.JpegImageMetadata;
import org.apache.commons.imaging.formats.tiff.constants.ExifTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.junit.jupiter.api.Test;
import pms.e2e.sample.PictureFacts;
import pms.e2e.sample.SamplePicture;
import pms.e2e.sample.SamplePictures;
import pms.e2e.sample.TestPictures;

/** The pictures themselves, without a suite. */
class SamplePicturesTest {

  @Test
  void a_dozen_pictures_have_names_cameras_times_and_places_of_their_own() {
    assertThat(SamplePictures.all()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(SamplePictures.all()).extracting(SamplePicture::fileName).doesNotHaveDuplicates();
    Set<Integer> years = SamplePictures.all().stream()
        .map(picture -> picture.facts().moment().local().getYear())
        .collect(Collectors.toSet());
    assertThat(years).hasSizeGreaterThanOrEqualTo(5);
    assertThat(SamplePictures.all()).allSatisfy(picture -> {
      assertThat(picture.facts().shot().model()).isNotBlank();
      assertThat(picture.facts().spot()).isNotNull();
      assertThat(picture.facts().words().keywords()).hasSizeGreaterThanOrEqualTo(4);
    });
  }

  @Test
  void what_is_written_into_a_picture_can_be_read_from_it() throws Exception {
    PictureFacts facts = SamplePictures.all().getFirst().facts().turned(6);
    byte[] jpeg = TestPictures.jpeg(1, facts);
    JpegImageMetadata metadata = (JpegImageMetadata) Imaging.getMetadata(jpeg);
    assertThat(metadata.findExifValue(TiffTagConstants.TIFF_TAG_MODEL).getStringValue())
        .isEqualTo(facts.shot().model());
    assertThat(
            metadata.findExifValue(ExifTagConstants.EXIF_TAG_DATE_TIME_ORIGINAL).getStringValue())
        .isEqualTo("2023:07:14 21:18:42");
    assertThat(metadata.findExifValue(ExifTagConstants.EXIF_TAG_EXPOSURE_TIME).getDoubleValue())
        .isCloseTo(1.0 / 125, within(1e-6));
    assertThat(metadata.findExifValue(TiffTagConstants.TIFF_TAG_ORIENTATION).getIntValue())
        .isEqualTo(6);
    assertThat(metadata.getExif().getGpsInfo().getLatitudeAsDegreesNorth())
        .isCloseTo(facts.spot().latitude(), within(1e-4));
    assertThat(metadata.getPhotoshop().getItems().toString())
        .contains(facts.words().title(), "sunset");
    assertThat(Imaging.getXmpXml(jpeg)).contains("reflection");
  }

  @Test
  void a_picture_held_sideways_is_stored_sideways() throws Exception {
    var stored =
        ImageIO.read(new ByteArrayInputStream(TestPictures.jpeg(2, PictureFacts.NONE.turned(8))));
    assertThat(stored.getWidth()).isGreaterThan(stored.getHeight());
  }

  @Test
  void every_seed_gives_other_bytes_and_always_the_same() {
    assertThat(TestPictures.jpeg(3))
        .isEqualTo(TestPictures.jpeg(3))
        .isNotEqualTo(TestPictures.jpeg(4));
    byte[] renewed = TestPictures.renewed(TestPictures.jpeg(3), "once more");
    assertThat(renewed).isNotEqualTo(TestPictures.jpeg(3));
    assertThat(Arrays.copyOfRange(renewed, renewed.length - 100, renewed.length))
        .isEqualTo(Arrays.copyOfRange(
            TestPictures.jpeg(3), TestPictures.jpeg(3).length - 100, TestPictures.jpeg(3).length));
  }

  @Test
  void the_bomb_is_small_outside_and_vast_inside() throws Exception {
    assertThat(TestPictures.pngBomb().length).isLessThan(600_000);
    var info = Imaging.getImageInfo(TestPictures.pngBomb());
    assertThat(info.getWidth()).isEqualTo(30_000);
    assertThat(info.getHeight()).isEqualTo(30_000);
  }
}
