package pms.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events lie in topics for years: what their JSON looks like today must be readable for ever. Fields are only added. */
class GoldenFilesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<PmsEvent> events() {
    return Examples.ALL.values().stream().flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_event_is_written_as_its_golden_file_says(PmsEvent event) throws IOException {
    assertThat(JSON.readTree(EventJson.write(event))).isEqualTo(JSON.readTree(golden(event)));
  }

  @ParameterizedTest
  @MethodSource("events")
  void a_golden_file_is_read_as_the_event(PmsEvent event) throws IOException {
    assertThat(EventJson.read(golden(event), event.getClass())).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("events")
  void fields_of_a_newer_writer_are_ignored(PmsEvent event) throws IOException {
    Map<String, Object> newer = JSON.readValue(golden(event), Map.class);
    newer.put("fieldOfTheFuture", Map.of("a", 1));
    assertThat(EventJson.read(JSON.writeValueAsBytes(newer), event.getClass())).isEqualTo(event);
  }

  @Test
  void every_event_class_has_an_example_on_its_own_topic() {
    for (Topic<?> topic : Topics.ALL) {
      Set<String> examples =
          Examples.ALL.get(topic).stream().map(event -> Topic.typeOf(event.getClass())).collect(Collectors.toSet());
      assertThat(examples).as(topic.name()).isEqualTo(topic.types().keySet());
    }
  }

  /** Before originals could be replaced there was but one. */
  @Test
  void a_version_of_an_older_writer_is_made_from_the_only_original() throws IOException {
    Map<String, Object> older = JSON.readValue(golden(Examples.ALL.get(Topics.IMAGE_EDITED).getFirst()), Map.class);
    older.keySet().removeAll(Set.of("original", "originals"));
    VersionCreated read = EventJson.read(JSON.writeValueAsBytes(older), VersionCreated.class);
    assertThat(read.original()).isEqualTo(1);
    assertThat(read.originals()).isEqualTo(1);
  }

  @Test
  void the_first_version_is_the_first_original_for_an_older_writer_too() throws IOException {
    Map<String, Object> older = JSON.readValue(golden(Examples.ALL.get(Topics.THUMBNAIL_READY).getFirst()), Map.class);
    older.remove("original");
    assertThat(EventJson.read(JSON.writeValueAsBytes(older), ThumbnailsReady.class).original()).isEqualTo(1);
    older.put("version", 2);
    assertThat(EventJson.read(JSON.writeValueAsBytes(older), ThumbnailsReady.class).original()).isZero();
  }

  @Test
  void a_change_of_an_older_writer_has_no_author() throws IOException {
    Map<String, Object> older = JSON.readValue(golden(Examples.ALL.get(Topics.METADATA_EXTRACTED).getLast()), Map.class);
    older.keySet().removeAll(Set.of("author", "fields"));
    MetadataChanged read = EventJson.read(JSON.writeValueAsBytes(older), MetadataChanged.class);
    assertThat(read.author()).isNull();
    assertThat(read.fields()).isEmpty();
    assertThat(read.metadata().title()).isEqualTo("Evening");
  }

  private static byte[] golden(PmsEvent event) throws IOException {
    String name = "/golden/" + event.getClass().getSimpleName() + ".json";
    try (InputStream file = GoldenFilesTest.class.getResourceAsStream(name)) {
      assertThat(file).as("golden file " + name).isNotNull();
      return file.readAllBytes();
    }
  }
}
