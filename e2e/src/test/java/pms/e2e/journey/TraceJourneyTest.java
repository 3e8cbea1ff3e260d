package pms.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import pms.contracts.CloudEventHeaders;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;
import pms.e2e.sample.TestPictures;
import pms.e2e.suite.Library;
import pms.e2e.suite.Suite;
import pms.e2e.suite.Truth;

/** One trace from the request to the last consumer. */
class TraceJourneyTest {
  private final Suite suite = Suite.get();

  @Test
  void every_event_of_a_picture_carries_the_trace_of_its_upload() throws Exception {
    PmsClient user = suite.user("tracer");
    String trace = UUID.randomUUID().toString().replace("-", "");
    Answer answer = user.send(user.request("/api/images")
        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
        .header("Content-Type", "image/jpeg")
        .POST(BodyPublishers.ofByteArray(TestPictures.jpeg(61))));
    String id = answer.json().path("id").asText();
    Library library = new Library(user);
    library.ready(id);

    List<ConsumerRecord<String, byte[]>> events = new Truth(suite).events(id);
    assertThat(events)
        .extracting(event -> Truth.header(event, CloudEventHeaders.TYPE))
        .contains("pms.ImageUploaded", "pms.MetadataExtracted", "pms.ThumbnailsReady");
    List<String> traces = events.stream()
        .map(event ->
            String.valueOf(Truth.header(event, CloudEventHeaders.TRACE_PARENT)).split("-"))
        .map(parts -> parts.length > 1 ? parts[1] : "none")
        .distinct()
        .toList();
    assertThat(traces).as("one trace over all topics").hasSize(1);
    assertThat(traces.getFirst())
        .as("the caller's, or one the gateway began")
        .matches("[0-9a-f]{32}");
  }

  @Test
  void an_event_is_a_cloud_event() throws Exception {
    Library library = new Library(suite.user("cloud"));
    String id = library.addReady(TestPictures.jpeg(62), "cloud.jpg");
    for (ConsumerRecord<String, byte[]> event : new Truth(suite).events(id)) {
      assertThat(Truth.header(event, CloudEventHeaders.SPEC_VERSION)).isEqualTo("1.0");
      for (String header : List.of(
          CloudEventHeaders.ID,
          CloudEventHeaders.TYPE,
          CloudEventHeaders.SOURCE,
          CloudEventHeaders.TIME,
          CloudEventHeaders.SUBJECT)) {
        assertThat(Truth.header(event, header))
            .as("%s of %s", header, event.topic())
            .isNotBlank();
      }
    }
  }
}
