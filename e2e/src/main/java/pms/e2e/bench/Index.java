package pms.e2e.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import pms.e2e.client.Answer;

/** Elasticsearch itself, behind search-service's back. */
record Index(HttpClient http, String elasticsearch, String prefix) {

  /** Documents that can be found and are complete; none while there is no index. */
  long ready() {
    try {
      return send("GET", images() + "/_count?q=state:ready&ignore_unavailable=true", "").path("count").asLong();
    } catch (IOException e) {
      return 0; // not made yet
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** Whether it has heard the whole log. */
  boolean isComplete() {
    try {
      return send("GET", images() + "/_mapping", "").findPath("_meta").path("complete").asBoolean();
    } catch (IOException e) {
      return false; // not made yet
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Whether this is the one behind the alias by which everybody searches. */
  boolean isSearched(String name) throws InterruptedException {
    try {
      return !name.isEmpty() && send("GET", images() + "/_alias", "").has(name);
    } catch (IOException e) {
      return false; // too busy to say
    }
  }

  String images() {
    return "/" + prefix + "images";
  }

  String albums() {
    return prefix + "albums";
  }

  /** Answers of questions without hits are kept; whoever asks second would ask nothing. */
  void forgetAnswers() throws IOException, InterruptedException {
    send("POST", images() + "/_cache/clear?request=true", "");
  }

  /** Makes all that was written visible, and merges what indexing left in pieces, as a quiet night does. */
  void settle() throws IOException, InterruptedException {
    send("POST", images() + "/_refresh", "");
    send("POST", images() + "/_forcemerge?max_num_segments=5", "");
  }

  JsonNode size() throws IOException, InterruptedException {
    return send("GET", images() + "/_stats/docs,store,segments", "").path("_all").path("primaries");
  }

  JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = http.send(
        HttpRequest.newBuilder(URI.create(elasticsearch + path))
            .timeout(Duration.ofMinutes(10))
            .header("Content-Type", "application/json")
            .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofByteArray());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("Elasticsearch: " + answer.statusCode() + " " + new String(answer.body()));
    }
    return Answer.JSON.readTree(answer.body());
  }

  /** The bytes of the answer alone, for measuring. */
  void ask(RawQuery query) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = http.send(query.request(elasticsearch), BodyHandlers.ofByteArray());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("Elasticsearch: " + answer.statusCode() + " " + new String(answer.body()));
    }
  }
}
