package pms.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * One picture on its way, with the time each step took since the first byte was sent.
 *
 * @param ready when all thumbnails and the facts are there
 * @param searchable when search finds it with everything that is known about it
 * @param view the image as its owner sees it at the end
 * @param problem why it did not arrive; null if it did
 */
public record Arrival(
    String id,
    boolean duplicate,
    Duration acknowledged,
    Duration ready,
    Duration searchable,
    JsonNode view,
    String problem) {

  /** How a picture is sent. */
  public interface Sending {
    Answer send() throws IOException, InterruptedException;
  }

  /**
   * Sends a picture and follows it until it is ready and found.
   *
   * @param fileName by which search is asked
   * @param interval between two looks: the precision of the times
   */
  public static Arrival of(
      PmsClient client, String fileName, Sending sending, Duration interval, Duration patience)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Answer answer = sending.send();
    Duration acknowledged = since(start);
    if (!answer.ok()) {
      return new Arrival(null, false, acknowledged, null, null, null, answer.reason());
    }
    String id = answer.json().path("id").asText();
    boolean duplicate = answer.json().path("duplicate").asBoolean();
    // The server keeps the last part only of what looks like a path.
    String kept = answer.json().path("fileName").asText(fileName);
    return new Journey(client, id, kept, start, patience)
        .follow(acknowledged, duplicate, interval);
  }

  public Optional<String> failure() {
    return Optional.ofNullable(problem);
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private record Journey(
      PmsClient client, String id, String fileName, long start, Duration patience) {

    Arrival follow(Duration acknowledged, boolean duplicate, Duration interval)
        throws IOException, InterruptedException {
      Duration ready = null;
      Duration searchable = null;
      JsonNode view = null;
      while (since(start).compareTo(patience) < 0) {
        if (ready == null) {
          view = client.get("/api/images/" + id).json();
          String state = view.path("state").asText();
          if (state.equals("failed")) {
            return new Arrival(
                id,
                duplicate,
                acknowledged,
                null,
                null,
                view,
                view.path("reason").asText("failed"));
          }
          if (state.equals("ready")) ready = since(start);
        }
        if (searchable == null && found()) searchable = since(start);
        if (ready != null && searchable != null) {
          return new Arrival(id, duplicate, acknowledged, ready, searchable, view, null);
        }
        Thread.sleep(interval);
      }
      return new Arrival(
          id,
          duplicate,
          acknowledged,
          ready,
          searchable,
          view,
          "not " + (ready == null ? "ready" : "searchable") + " after " + patience.toSeconds()
              + " s");
    }

    private boolean found() throws IOException, InterruptedException {
      String phrase = "\"" + fileName.replace("\"", " ").replace("\\", " ") + "\"";
      for (JsonNode item : client
          .get("/api/search?limit=100&q=" + PmsClient.encoded(phrase))
          .json()
          .path("items")) {
        if (item.path("id").asText().equals(id)) {
          return item.path("state").asText().equals("ready");
        }
      }
      return false;
    }
  }
}
