package pms.search.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import pms.contracts.Ids;
import pms.contracts.PmsEvent;
import pms.contracts.VersionCreated;
import pms.search.testing.Events;
import pms.search.testing.Events.Facts;

/** The document of an image whose file another one took the place of. */
class ReplacedOriginalTest {

  private final Events image = new Events(Ids.next(), "alice");

  /** C7 */
  @Test
  void the_newest_file_counts_in_whatever_order_it_was_told() {
    for (List<PmsEvent> order : List.<List<PmsEvent>>of(
        List.of(image.uploaded("a.jpg"), image.replaced(2), image.replaced(3)),
        List.of(image.replaced(3), image.replaced(2), image.uploaded("a.jpg")),
        List.of(image.replaced(3)))) {
      assertThat(fold(order).upload().fileName()).isEqualTo("3.png");
    }
  }

  @Test
  void a_replaced_picture_has_the_size_of_its_rendering_once_there_is_one() {
    VersionCreated made = new VersionCreated(image.id(), image.owner(), 2, 1, 0, 0, image.owner(), 2, 2, Events.NOW);
    ImageDocument waiting = fold(List.of(image.uploaded("a.jpg"), image.described(Facts.none()), image.rendered(), image.replaced(2), made));
    assertThat(waiting.state()).isEqualTo(ImageState.PROCESSING);
    assertThat(waiting.fold(image.rendered(2, 2)).width()).isEqualTo(302);
    assertThat(waiting.fold(image.rendered(2, 2)).state()).isEqualTo(ImageState.READY);
  }

  private ImageDocument fold(List<? extends PmsEvent> events) {
    ImageDocument document = ImageDocument.unheardOf(image.id(), image.owner());
    for (PmsEvent event : events) {
      document = document.fold(event);
    }
    return document;
  }
}
