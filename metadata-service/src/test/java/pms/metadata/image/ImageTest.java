package pms.metadata.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import pms.contracts.ImagePurged;
import pms.contracts.ImageRestored;
import pms.contracts.ImageTrashed;
import pms.contracts.ThumbnailsFailed;
import pms.contracts.ThumbnailsReady;
import pms.contracts.VersionCreated;
import pms.contracts.VersionReverted;
import pms.kit.problem.Problem;
import pms.metadata.extract.Facts;

/** What an image comes to, whatever the order in which its events come (C7). */
class ImageTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final UUID ID = UUID.fromString("019b0000-0000-7000-8000-000000000001");
  private static final String OWNER = "owner";

  private static final Consumer<Image> UPLOADED =
      image -> image.arrive(new Original(ID, "a.jpg", "image/jpeg", 7, "0".repeat(64), 60, 40, NOW, "key", 1, 1, 1));
  private static final Consumer<Image> THUMBNAILS =
      image -> image.fold(new ThumbnailsReady(ID, OWNER, 1, 2, List.of(), 40, 60, "hash", null, 0, NOW));
  private static final Consumer<Image> OLDER_THUMBNAILS = image -> image.fold(new ThumbnailsFailed(ID, OWNER, 1, 1, "broken", NOW));
  private static final Consumer<Image> REPLACED =
      image -> image.arrive(new Original(ID, "b.png", "image/png", 9, "1".repeat(64), 80, 20, NOW, "key2", 2, 2, 2));
  private static final Consumer<Image> VERSION_OF_IT = image -> image.fold(new VersionCreated(ID, OWNER, 2, 1, 0, 0, OWNER, 2, 2, NOW));
  private static final Consumer<Image> EDITED = image -> image.fold(new VersionCreated(ID, OWNER, 3, 2, 30, 20, OWNER, 2, 2, NOW));
  private static final Consumer<Image> TRASHED = image -> image.fold(new ImageTrashed(ID, OWNER, 1, NOW));
  private static final Consumer<Image> RESTORED = image -> image.fold(new ImageRestored(ID, OWNER, 2, NOW));
  private static final Consumer<Image> PURGED = image -> image.fold(new ImagePurged(ID, OWNER, 3, NOW));

  @Test
  void any_order_comes_to_the_same() {
    List<Consumer<Image>> events = new ArrayList<>(List.of(UPLOADED, THUMBNAILS, OLDER_THUMBNAILS, TRASHED, RESTORED, THUMBNAILS, TRASHED));
    for (int seed = 0; seed < 200; seed++) {
      Collections.shuffle(events, new Random(seed));
      Image image = image(events);
      image.extracted(Facts.unknown(List.of()), NOW);
      ImageView view = ImageView.of(image);
      assertThat(view.state()).isEqualTo("ready");
      assertThat(view.reason()).isNull();
      assertThat(view.trashedAt()).isNull();
      assertThat(view.fileName()).isEqualTo("a.jpg");
      assertThat(view.width()).isEqualTo(40);
    }
  }

  @Test
  void nothing_brings_a_purged_image_back() {
    List<Consumer<Image>> events = new ArrayList<>(List.of(THUMBNAILS, TRASHED, RESTORED, PURGED));
    for (int seed = 0; seed < 100; seed++) {
      Collections.shuffle(events, new Random(seed));
      Image image = image(events);
      assertThat(image.isPurged()).isTrue();
      assertThat(image).extracting(i -> i.thumbnails.thumbhash, i -> i.facts, i -> i.edits, i -> i.fileName, i -> i.takenSort).containsOnlyNulls();
    }
  }

  @Test
  void it_is_ready_when_both_halves_are_there_and_failed_when_it_cannot_be_shown() {
    Image image = image(List.of(UPLOADED, THUMBNAILS));
    assertThat(ImageView.of(image).state()).isEqualTo("processing");
    image.extracted(Facts.unknown(List.of()), NOW);
    assertThat(ImageView.of(image).state()).isEqualTo("ready");
    image.fold(new ThumbnailsFailed(ID, OWNER, 1, 3, "The file ends in the middle.", NOW));
    assertThat(ImageView.of(image)).extracting(ImageView::state, ImageView::reason).containsExactly("failed", "The file ends in the middle.");
  }

  @Test
  void an_older_version_changes_nothing() {
    Image image = image(List.of(UPLOADED));
    image.fold(new ThumbnailsReady(ID, OWNER, 2, 1, List.of(), 5, 5, "two", null, 0, NOW));
    image.fold(new ThumbnailsReady(ID, OWNER, 1, 9, List.of(), 9, 9, "one", null, 0, NOW));
    assertThat(ImageView.of(image)).extracting(ImageView::version, ImageView::thumbhash).containsExactly(2, "two");
  }

  @Test
  void an_edit_is_processing_until_it_can_be_shown() {
    Image image = image(List.of(UPLOADED, THUMBNAILS));
    image.extracted(Facts.unknown(List.of()), NOW);
    image.fold(new VersionCreated(ID, OWNER, 2, 1, 30, 20, OWNER, 1, 1, NOW));
    image.fold(new ThumbnailsFailed(ID, OWNER, 1, 9, "broken", NOW));
    shows(image, "processing", 2, 30, 20);
    assertThat(ImageView.of(image)).extracting(ImageView::thumbhash, ImageView::reason).containsExactly("hash", null);
    image.fold(rendered(2, 30, 20, 0));
    shows(image, "ready", 2, 30, 20);
    image.fold(new VersionReverted(ID, OWNER, 3, 1, 40, 60, OWNER, 1, 1, NOW));
    image.fold(new VersionCreated(ID, OWNER, 2, 1, 30, 20, OWNER, 1, 1, NOW));
    shows(image, "processing", 3, 40, 60);
    image.fold(new ThumbnailsFailed(ID, OWNER, 3, 1, "broken", NOW));
    shows(image, "failed", 3, 40, 60);
  }

  @Test
  void another_file_is_processing_until_it_was_read_and_can_be_shown() {
    Image image = image(List.of(UPLOADED, THUMBNAILS));
    image.extracted(Facts.unknown(List.of()).withSize(40, 60), NOW);
    REPLACED.accept(image);
    shows(image, "processing", 1, 40, 60);
    image.extracted(Facts.unknown(List.of()), NOW);
    shows(image, "processing", 1, 40, 60);
    VERSION_OF_IT.accept(image);
    shows(image, "processing", 2, 80, 20);
    image.fold(rendered(2, 80, 20, 2));
    shows(image, "ready", 2, 80, 20);
    // The file before counts again: what was read of the other one is not its metadata.
    image.fold(new VersionReverted(ID, OWNER, 3, 1, 40, 60, OWNER, 1, 2, NOW));
    image.fold(rendered(3, 40, 60, 1));
    shows(image, "processing", 3, 40, 60);
    image.arrive(new Original(ID, "a.jpg", "image/jpeg", 7, "0".repeat(64), 60, 40, NOW, "key", 3, 1, 2));
    shows(image, "processing", 3, 40, 60);
    image.extracted(Facts.unknown(List.of()), NOW);
    shows(image, "ready", 3, 40, 60);
  }

  @Test
  void the_current_version_is_ready_only_when_all_is_told_in_whatever_order() { // C7
    Consumer<Image> last = image -> image.fold(rendered(3, 30, 20, 0));
    List<Consumer<Image>> events =
        new ArrayList<>(
            List.of(UPLOADED, REPLACED, VERSION_OF_IT, EDITED, EDITED, THUMBNAILS, image -> image.fold(rendered(2, 80, 20, 2)), last));
    for (int seed = 0; seed < 300; seed++) {
      Collections.shuffle(events, new Random(seed));
      Image before = image(events.stream().filter(event -> event != last).toList());
      before.extracted(Facts.unknown(List.of()), NOW);
      shows(before, "processing", 3, 30, 20);
      Image image = image(events);
      shows(image, "processing", 3, 30, 20);
      image.extracted(Facts.unknown(List.of()), NOW);
      shows(image, "ready", 3, 30, 20);
      assertThat(image.fileName).isEqualTo("b.png");
    }
  }

  @Test
  void an_edit_that_changes_nothing_is_no_revision() {
    Image image = image(List.of(UPLOADED));
    Edits edits = ImagePatch.parse("{\"title\":\"a\"}".getBytes()).over(image.words());
    assertThat(image.become(edits, null)).isTrue();
    assertThat(image.become(edits, null)).isFalse();
    assertThat(image.revision).isEqualTo(1);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"*", "\"3\"", "\"1\", \"3\"", " \"3\" "})
  void the_revision_that_was_read_may_be_changed(String header) {
    new ExpectedRevision(header).check(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2\"", "W/\"3\"", "3", "", "nonsense"})
  void another_revision_was_changed_meanwhile(String header) {
    assertThatThrownBy(() -> new ExpectedRevision(header).check(3)).isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(412));
  }

  @Test
  void a_cursor_comes_back_as_it_was_given() {
    Cursor cursor = new Cursor(Instant.parse("1839-08-19T10:00:00.123456Z"), ID);
    assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
    assertThat(Cursor.parse(null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"''", "abc", "!!!", "MTIz", "OTk5OTk5OTk5OTk5OTk5OTk5OS94", "LTkyMjMzNzIwMzY4NTQ3NzU4MDgvMDE5YjAwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"})
  void another_cursor_is_refused(String text) {
    assertThatThrownBy(() -> Cursor.parse(text)).isInstanceOfSatisfying(Problem.class, p -> assertThat(p.errors().getFirst().field()).isEqualTo("before"));
  }

  private static ThumbnailsReady rendered(int version, int width, int height, int original) {
    return new ThumbnailsReady(ID, OWNER, version, version, List.of(), width, height, "hash " + version, null, original, NOW);
  }

  private static void shows(Image image, String state, int version, int width, int height) {
    assertThat(ImageView.of(image))
        .extracting(ImageView::state, ImageView::version, ImageView::width, ImageView::height)
        .containsExactly(state, version, width, height);
  }

  private static Image image(List<Consumer<Image>> events) {
    Image image = Image.of(new ImageKey(OWNER, ID));
    events.forEach(event -> event.accept(image));
    return image;
  }
}
