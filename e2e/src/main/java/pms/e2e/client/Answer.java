package pms.e2e.client;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What came back. */
public record Answer(int status, HttpResponse<byte[]> response) {
  public static final ObjectMapper JSON = new ObjectMapper();

  static Answer of(HttpResponse<byte[]> response) {
    return new Answer(response.statusCode(), response);
  }

  public byte[] bytes() {
    return response.body();
  }

  public String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /** The body as JSON; a missing node where it is none, so that a test's message shows the status and not a parser. */
  public JsonNode json() {
    try {
      JsonNode read = JSON.readTree(bytes());
      return read == null ? MissingNode.getInstance() : read;
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  /** For people: the detail of a problem, or the status alone. */
  public String reason() {
    JsonNode problem = json();
    String detail = problem.path("detail").asText(problem.path("title").asText(""));
    return detail.isEmpty() ? "HTTP " + status : detail;
  }

  public boolean ok() {
    return status / 100 == 2;
  }

  @Override
  public String toString() {
    String body = text();
    return status + " " + body.substring(0, Math.min(body.length(), 500));
  }
}
