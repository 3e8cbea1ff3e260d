package pms.search.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pms.contracts.Camera;
import pms.contracts.GrantRevoked;
import pms.contracts.Ids;
import pms.contracts.PmsEvent;
import pms.search.index.Elasticsearch;
import pms.search.testing.Events;
import pms.search.testing.Events.Facts;

class ImageDocumentTest {

  private final Events image = new Events(Ids.next(), "alice");

  @Test
  void every_order_of_the_same_events_gives_the_same_document() {
    List<PmsEvent> events =
        List.of(
            image.uploaded("a.jpg"),
            image.described(1, Facts.titled("first")),
            image.described(2, Facts.titled("second")),
            image.rendered(1, 1),
            image.rendered(2, 1),
            image.edited(2),
            image.shared(1, List.of(), "group:family"),
            image.restored(2));
    Set<ImageDocument> documents = new HashSet<>();
    permutations(new ArrayList<>(events), 0, order -> documents.add(fold(order)));
    assertThat(documents).hasSize(1);
    ImageDocument only = documents.iterator().next();
    assertThat(only.facts().title()).isEqualTo("second");
    assertThat(only.renditions().version()).isEqualTo(2);
    assertThat(only.visible()).isTrue();
  }

  @Test
  void events_that_come_twice_and_shuffled_change_nothing() {
    List<PmsEvent> events =
        List.of(
            image.uploaded("a.jpg"),
            image.described(1, Facts.titled("first")),
            image.described(2, Facts.titled("second")),
            image.notRendered(1, 1),
            image.rendered(1, 2),
            image.trashed(1),
            image.restored(2),
            image.trashed(3),
            image.edited(2),
            image.reverted(3),
            image.shared(1, List.of(Ids.next()), "user:bob"),
            image.shared(2, List.of(), "group:family"));
    ImageDocument expected = fold(events);
    for (int seed = 0; seed < 5_000; seed++) {
      List<PmsEvent> doubled = new ArrayList<>(events);
      doubled.addAll(events);
      Collections.shuffle(doubled, new Random(seed));
      assertThat(fold(doubled)).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void a_purge_wins_whenever_it_comes() {
    List<PmsEvent> events =
        List.of(
            image.uploaded("a.jpg"),
            image.described(7, Facts.titled("secret")),
            image.rendered(1, 9),
            image.trashed(1),
            image.shared(9, List.of(Ids.next()), "user:secret"),
            image.purged(2));
    permutations(
        new ArrayList<>(events),
        0,
        order -> {
          ImageDocument document = fold(order);
          assertThat(document.lifecycle()).isEqualTo(Lifecycle.PURGED);
          assertThat(document.visible()).isFalse();
          assertThat(json(document).toString()).doesNotContain("secret", "a.jpg", "hash");
        });
  }

  @Test
  void an_event_that_tells_nothing_new_gives_the_very_same_document() {
    ImageDocument document = fold(List.of(image.uploaded("a.jpg"), image.described(2, Facts.titled("x"))));
    assertThat(document.fold(image.uploaded("b.jpg"))).isSameAs(document);
    assertThat(document.fold(image.described(2, Facts.titled("y")))).isSameAs(document);
    assertThat(document.fold(image.described(1, Facts.titled("y")))).isSameAs(document);
  }

  @Test
  void nothing_is_found_before_the_upload_was_heard_of() {
    ImageDocument early = fold(List.of(image.described(Facts.titled("early")), image.rendered()));
    assertThat(early.visible()).isFalse();
    assertThat(early.fold(image.uploaded("a.jpg")).visible()).isTrue();
  }

  @Test
  void a_picture_is_ready_when_facts_and_renditions_are_there() {
    ImageDocument uploaded = fold(List.of(image.uploaded("a.jpg")));
    assertThat(uploaded.state()).isEqualTo(ImageState.PROCESSING);
    assertThat(uploaded.fold(image.rendered()).state()).isEqualTo(ImageState.PROCESSING);
    assertThat(uploaded.fold(image.rendered()).fold(image.described(Facts.none())).state()).isEqualTo(ImageState.READY);
    assertThat(uploaded.fold(image.notRendered(1, 1)).state()).isEqualTo(ImageState.FAILED);
  }

  @Test
  void an_edited_picture_is_ready_when_its_current_version_is_rendered() {
    ImageDocument ready = fold(List.of(image.uploaded("a.jpg"), image.described(Facts.none()), image.rendered()));
    assertThat(ready.version()).isEqualTo(1);
    ImageDocument edited = ready.fold(image.edited(2));
    assertThat(edited.version()).isEqualTo(2);
    assertThat(edited.width()).isEqualTo(200);
    assertThat(edited.state()).isEqualTo(ImageState.PROCESSING);
    assertThat(edited.fold(image.rendered(2, 1)).state()).isEqualTo(ImageState.READY);
    assertThat(edited.fold(image.reverted(3)).fold(image.rendered(2, 1)).state()).isEqualTo(ImageState.PROCESSING);
  }

  @Test
  void who_may_see_it_is_what_was_told_last() {
    ImageDocument shared = fold(List.of(image.shared(2, List.of(), "user:bob"), image.shared(1, List.of(), "user:eve")));
    assertThat(shared.access().viewers()).containsExactly("user:bob");
    assertThat(shared.fold(image.shared(3, List.of())).access().viewers()).isEmpty();
    assertThat(shared.fold(new GrantRevoked(image.id(), "alice", Ids.next(), Events.NOW))).isSameAs(shared);
  }

  @ParameterizedTest
  @CsvSource(value = {"0123456789abcdef,0123456789abcdef", "xyz,", "0123456789abcde,", ","})
  void a_perceptual_hash_is_sixteen_hex_digits_or_none(String told, String kept) {
    JsonNode found = json(fold(List.of(image.uploaded("a.jpg"), image.rendered(told)))).path("found");
    assertThat(found.path("look").asText(null)).isEqualTo(kept);
  }

  @Test
  void what_can_be_suggested_is_found_from_each_of_its_words() {
    Facts facts = Facts.none().tags("Été à Paris").camera("Canon", "Canon EOS 5D", null).at("Göteborg");
    JsonNode found = json(fold(List.of(image.uploaded("a.jpg"), image.described(facts)))).path("found");
    assertThat(found.path("suggest"))
        .map(JsonNode::asText)
        .containsExactly(
            "tag\tete a paris\tÉté à Paris",
            "tag\ta paris\tÉté à Paris",
            "tag\tparis\tÉté à Paris",
            "place\tgoteborg\tGöteborg",
            "camera\tcanon eos 5d\tCanon EOS 5D",
            "camera\teos 5d\tCanon EOS 5D",
            "camera\t5d\tCanon EOS 5D");
  }

  @Test
  void a_place_may_have_a_name_and_no_point() {
    ImageDocument document = fold(List.of(image.uploaded("a.jpg"), image.described(Facts.none().at("Rome"))));
    assertThat(document.found().point()).isNull();
    assertThat(document.facts().location().place()).isEqualTo("Rome");
  }

  @Test
  void a_document_survives_being_stored() throws Exception {
    ImageDocument document =
        fold(
            List.of(
                image.uploaded("a.jpg"),
                image.described(
                    3,
                    Facts.titled("é")
                        .taken("2008-05-30T15:56:01.123")
                        .camera("Canon", "Canon EOS 5D", "EF 50mm")
                        .exposure(400, 2.8, 50)
                        .at(48.85, 2.35, "Paris")
                        .tags("a", "b")
                        .rating(4)
                        .favourite()
                        .archived()
                        .automaticTags("b")),
                image.rendered("0123456789abcdef"),
                image.edited(2),
                image.shared(1, List.of(Ids.next()), "user:bob")));
    byte[] stored = Elasticsearch.JSON.writeValueAsBytes(document);
    assertThat(Elasticsearch.JSON.readValue(stored, ImageDocument.class)).isEqualTo(document);
  }

  @Test
  void what_is_searched_by_is_derived() {
    JsonNode found =
        json(
                fold(
                    List.of(
                        image.uploaded("IMG_2041-Beach.jpg"),
                        image.described(
                            Facts.titled("x")
                                .taken("2008-05-30T15:56:01")
                                .category("Travel/France/Paris")
                                .at(48.85, 2.35, "Paris")))))
            .path("found");
    assertThat(found.path("time").asText()).isEqualTo("2008-05-30T15:56:01");
    assertThat(found.path("year").asInt()).isEqualTo(2008);
    assertThat(found.path("nameWords").asText().split(" "))
        .contains("IMG_2041-Beach.jpg", "IMG", "2041", "Beach", "jpg");
    assertThat(found.path("categories")).map(JsonNode::asText)
        .containsExactly("Travel", "Travel/France", "Travel/France/Paris");
    assertThat(found.path("point").path("lat").asDouble()).isEqualTo(48.85);
  }

  @Test
  void without_a_capture_time_a_picture_is_ordered_by_its_upload() {
    JsonNode found = json(fold(List.of(image.uploaded("a.jpg"), image.described(Facts.none())))).path("found");
    assertThat(LocalDateTime.parse(found.path("time").asText())).isEqualTo("2024-05-01T10:00:00");
    assertThat(found.has("year")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Canon,Canon EOS 5D,Canon EOS 5D",
    "Apple,iPhone 15,Apple iPhone 15",
    "NIKON CORPORATION,NIKON D90,NIKON CORPORATION NIKON D90",
    "Canon,,Canon",
    ",EOS 5D,EOS 5D",
    ",,"
  })
  void a_camera_has_one_label(String make, String model, String label) {
    Facts facts = Facts.none().camera(make, model, null);
    JsonNode found = json(fold(List.of(image.uploaded("a.jpg"), image.described(facts)))).path("found");
    assertThat(found.path("camera").asText(null)).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({"91,0", "0,181", "NaN,0", "0,-Infinity"})
  void a_place_off_the_earth_is_no_place(double latitude, double longitude) {
    Facts facts = Facts.none().at(latitude, longitude, null);
    ImageDocument document = fold(List.of(image.uploaded("a.jpg"), image.described(facts)));
    assertThat(document.found().point()).isNull();
  }

  @Test
  void accents_are_stored_in_one_way() {
    Facts facts = Facts.titled("cafe\u0301").tags("e\u0301te\u0301").camera("x", "e\u0301", null);
    ImageDocument document = fold(List.of(image.described(facts)));
    assertThat(document.facts().title()).isEqualTo("caf\u00e9");
    assertThat(document.facts().tags()).containsExactly("\u00e9t\u00e9");
    assertThat(document.facts().camera()).isEqualTo(new Camera("x", "\u00e9", null));
  }

  @Test
  void the_owner_leads_the_document_id() {
    assertThat(DocumentId.of(image.trashed(1))).isEqualTo("alice/" + image.id());
    assertThat(DocumentId.of(new Events(image.id(), "x".repeat(100_000)).trashed(1))).hasSizeLessThan(128);
  }

  private ImageDocument fold(List<? extends PmsEvent> events) {
    ImageDocument document = ImageDocument.unheardOf(image.id(), image.owner());
    for (PmsEvent event : events) {
      document = document.fold(event);
    }
    return document;
  }

  private static JsonNode json(ImageDocument document) {
    return Elasticsearch.JSON.valueToTree(document);
  }

  private interface Visitor {
    void visit(List<PmsEvent> order);
  }

  private static void permutations(List<PmsEvent> events, int from, Visitor visitor) {
    if (from == events.size()) {
      visitor.visit(events);
      return;
    }
    for (int i = from; i < events.size(); i++) {
      Collections.swap(events, from, i);
      permutations(events, from + 1, visitor);
      Collections.swap(events, from, i);
    }
  }
}
