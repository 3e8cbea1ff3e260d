package pms.sharing.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.contracts.ImageMetadata;
import pms.contracts.ImagePurged;
import pms.contracts.ImageRestored;
import pms.contracts.ImageTrashed;
import pms.contracts.ImageUploaded;
import pms.contracts.OriginalFile;
import pms.contracts.OriginalReplaced;
import pms.contracts.MetadataChanged;
import pms.contracts.Rendition;
import pms.contracts.ThumbnailsFailed;
import pms.contracts.ThumbnailsReady;

/** C7 in small: any order, twice, late. */
class PictureTest {

  private static final UUID ID = UUID.fromString("019aa000-0000-7000-8000-000000000001");
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private final Picture picture = fresh();

  @Test
  void the_newest_snapshot_of_each_kind_counts_whatever_comes_when() {
    picture.learn(described(2, "new"));
    picture.learn(described(1, "old"));
    picture.learn(rendered(1, 2, "newer"));
    picture.learn(rendered(1, 1, "older"));
    assertThat(picture.metadata).contains("new");
    assertThat(Shown.of(picture).renditions().getFirst().objectKey()).isEqualTo("newer");
  }

  @Test
  void a_later_version_counts_even_if_its_rendering_has_a_lower_number() {
    picture.learn(rendered(2, 1, "second"));
    picture.learn(rendered(1, 7, "first"));
    assertThat(Shown.of(picture).renditions().getFirst().objectKey()).isEqualTo("second");
  }

  @Test
  void a_version_that_cannot_be_rendered_does_not_leave_the_one_before_it_on_show() {
    picture.learn(rendered(1, 1, "uncropped"));
    picture.learn(new ThumbnailsFailed(ID, "owner", 2, 1, "broken", NOW));
    assertThat(picture.isShown()).isFalse();
  }

  @Test
  void the_trash_hides_and_gives_back() {
    picture.learn(rendered(1, 1, "key"));
    picture.follow(new ImageRestored(ID, "owner", 2, NOW));
    picture.follow(new ImageTrashed(ID, "owner", 1, NOW));
    assertThat(picture.isShown()).isTrue();
    picture.follow(new ImageTrashed(ID, "owner", 3, NOW));
    assertThat(picture.isShown()).isFalse();
  }

  /** C7 */
  @Test
  void the_newest_file_counts_even_if_an_older_one_is_told_later() {
    OriginalFile better = new OriginalFile(2, "b.png", "image/png", 2, "1", "second", null, null, NOW);
    ImageUploaded first = new ImageUploaded(ID, "owner", "a.jpg", "image/jpeg", 1, "0", "first", 1, 1, NOW);
    picture.learn(new OriginalReplaced(ID, "owner", 2, 2, List.of(first.file(), better), NOW, NOW));
    picture.learn(first);
    assertThat(picture.originalKey).isEqualTo("second");
    picture.learn(new OriginalReplaced(ID, "owner", 3, 1, List.of(first.file(), better), NOW, NOW));
    assertThat(picture.originalKey).isEqualTo("first");
  }

  @Test
  void an_edit_or_a_file_that_is_not_shown_yet_is_not_the_file_that_counts() {
    OriginalFile first = new ImageUploaded(ID, "owner", "a.jpg", "image/jpeg", 1, "0", "first", 1, 1, NOW).file();
    OriginalFile better = new OriginalFile(2, "b.png", "image/png", 2, "1", "second", null, null, NOW);
    picture.learn(bare(1, 1));
    assertThat(Shown.of(picture).bare()).isTrue();
    picture.learn(new OriginalReplaced(ID, "owner", 2, 2, List.of(first, better), NOW, NOW));
    assertThat(Shown.of(picture).bare()).isFalse();
    picture.learn(bare(2, 2));
    assertThat(Shown.of(picture).bare()).isTrue();
    picture.learn(bare(3, 0));
    assertThat(Shown.of(picture).bare()).isFalse();
    assertThat(picture.isEdited()).isTrue();
    picture.learn(bare(4, 2));
    picture.learn(new ThumbnailsFailed(ID, "owner", 5, 1, "broken", NOW));
    assertThat(picture.isEdited()).isTrue();
  }

  @Test
  void purged_is_the_end_and_nothing_of_it_is_kept() {
    picture.learn(rendered(1, 1, "key"));
    picture.follow(new ImagePurged(ID, "owner", 1, NOW));
    picture.follow(new ImageRestored(ID, "owner", 2, NOW));
    picture.learn(rendered(2, 1, "late"));
    picture.learn(described(9, "late"));
    picture.learn(new ImageUploaded(ID, "owner", "late.jpg", "image/jpeg", 1, "0", "late", 1, 1, NOW));
    assertThat(picture.isShown()).isFalse();
    assertThat(picture.metadata).isNull();
    assertThat(picture.originalKey).isNull();
    assertThat(picture.renditions).isNull();
  }

  @Test
  void the_format_is_the_guests_choice_and_jpeg_if_there_is_no_such() {
    picture.learn(new ThumbnailsReady(
        ID, "owner", 1, 1,
        List.of(rendition("small", "image/jpeg", "j"), rendition("small", "image/webp", "w"), rendition("large", "image/jpeg", "l")),
        10, 10, null, null, 0, NOW));
    Shown shown = Shown.of(picture);
    assertThat(shown.rendition("small", List.of("image/avif", "image/webp"))).map(Rendition::objectKey).contains("w");
    assertThat(shown.rendition("small", List.of())).map(Rendition::objectKey).contains("j");
    assertThat(shown.rendition("medium", List.of())).isEmpty();
    assertThat(shown.largestJpeg()).isPresent();
  }

  private static Picture fresh() {
    Picture picture = new Picture();
    picture.ownerId = "owner";
    picture.id = ID;
    picture.life = Picture.Life.LIVE;
    return picture;
  }

  private static ThumbnailsReady rendered(int version, long revision, String key) {
    return new ThumbnailsReady(
        ID, "owner", version, revision, List.of(rendition("small", "image/jpeg", key)), 10, 10, null, null, 0, NOW);
  }

  private static ThumbnailsReady bare(int version, int original) {
    return new ThumbnailsReady(
        ID, "owner", version, 1, List.of(rendition("small", "image/jpeg", "key")), 10, 10, null, null, original, NOW);
  }

  private static Rendition rendition(String size, String format, String key) {
    return new Rendition(size, format, 10, 10, 1, key);
  }

  private static MetadataChanged described(long revision, String title) {
    ImageMetadata metadata =
        new ImageMetadata(null, null, null, null, null, null, null, title, null, null, null, null, null, false, false, null);
    return new MetadataChanged(ID, "owner", revision, metadata, NOW);
  }
}
