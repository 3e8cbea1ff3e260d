package pms.e2e.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;

/** What a test does and expects again and again with one user's pictures. */
public record Library(PmsClient user) {
  public static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(50);

  /** Uploads new bytes; the id. */
  public String add(byte[] bytes, String fileName) throws IOException, InterruptedException {
    Answer answer = user.upload(bytes, fileName, "image/jpeg");
    assertThat(answer.status()).as("upload of %s: %s", fileName, answer).isEqualTo(201);
    return answer.json().path("id").asText();
  }

  public String addReady(byte[] bytes, String fileName) throws IOException, InterruptedException {
    String id = add(bytes, fileName);
    ready(id);
    return id;
  }

  /** Waits until it is ready; its view. */
  public JsonNode ready(String id) {
    return inState(id, "ready", SOON);
  }

  public JsonNode failed(String id) {
    return inState(id, "failed", SOON);
  }

  private JsonNode inState(String id, String state, Duration patience) {
    AtomicReference<JsonNode> view = new AtomicReference<>();
    await(id + " is " + state).atMost(patience).pollInterval(LOOK).untilAsserted(() -> {
      Answer answer = user.get("/api/images/" + id);
      assertThat(answer.status())
          .as("an acknowledged id is never unknown: %s", answer)
          .isEqualTo(200);
      view.set(answer.json());
      assertThat(view.get().path("state").asText()).as("%s", view.get()).isEqualTo(state);
    });
    return view.get();
  }

  /** Waits until a query finds exactly these, in any order. */
  public void finds(String query, String... ids) {
    await("search for " + query).atMost(SOON).pollInterval(LOOK).untilAsserted(() -> {
      Answer answer = user.search(query);
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
      assertThat(ids(answer.json())).as("%s finds", query).containsExactlyInAnyOrder(ids);
      assertThat(answer.json().path("total").asLong()).as("total").isEqualTo(ids.length);
    });
  }

  /** The ids of the whole list, page by page. */
  public List<String> list() throws IOException, InterruptedException {
    return everything().stream().map(image -> image.path("id").asText()).toList();
  }

  public List<JsonNode> everything() throws IOException, InterruptedException {
    List<JsonNode> found = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      Answer answer = user.get("/api/images?limit=100" + cursor);
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
      answer.json().path("items").forEach(found::add);
      JsonNode next = answer.json().path("next");
      cursor = next.isTextual() ? "&before=" + PmsClient.encoded(next.asText()) : null;
    }
    return found;
  }

  public static List<String> ids(JsonNode page) {
    List<String> ids = new ArrayList<>();
    page.path("items").forEach(item -> ids.add(item.path("id").asText()));
    return ids;
  }
}
