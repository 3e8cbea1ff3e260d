package pms.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class TopicsTest {

  @Test
  void no_type_lives_on_two_topics() {
    assertThat(Topics.ALL.stream().flatMap(topic -> topic.types().keySet().stream())).doesNotHaveDuplicates();
  }

  @Test
  void every_family_of_events_has_its_topic() {
    assertThat(Topics.ALL).extracting(Topic::family).containsExactlyInAnyOrder(
        (Class[]) PmsEvent.class.getPermittedSubclasses());
  }

  @Test
  void a_type_of_another_topic_is_unknown() {
    assertThat(Topics.THUMBNAIL_READY.eventClass("pms.ImageUploaded")).isEmpty();
    assertThat(Topics.IMAGE_UPLOADED.eventClass("pms.ImageUploaded")).contains(ImageUploaded.class);
  }

  @Test
  void object_keys_are_made_of_ids_only() {
    UUID image = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    assertThat(ObjectKeys.original("owner", image)).isEqualTo("originals/owner/0190a000-0000-7000-8000-000000000001");
    assertThat(ObjectKeys.rendition("owner", image, 3, "small.jpg"))
        .isEqualTo("renditions/owner/0190a000-0000-7000-8000-000000000001/3/small.jpg")
        .startsWith(ObjectKeys.renditions("owner", image));
  }

  @Test
  void ids_sort_by_time() {
    UUID first = Ids.next();
    UUID second = Ids.next();
    assertThat(first.version()).isEqualTo(7);
    assertThat(first.toString()).isLessThan(second.toString());
  }
}
