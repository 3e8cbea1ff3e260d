package pms.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;
import pms.e2e.suite.Suite;

/** The description of the whole, and that everything in it is guarded. */
class OpenApiJourneyTest {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");
  /** What answers without a token, each for a reason: descriptions of the system, and its state for the front page. Guests of links show the link. */
  private static final Set<String> OPEN = Set.of("GET /api/openapi", "GET /api/status", "GET /");

  private final Suite suite = Suite.get();

  private record Operation(String method, String path) {}

  @Test
  void one_document_describes_the_operations_of_all_services() throws Exception {
    List<String> described = operations().stream()
        .map(operation -> operation.method + " " + operation.path.replaceAll("\\{[^}]+}", "{}"))
        .toList();
    assertThat(described)
        .contains(
            "POST /api/images",
            "GET /api/images",
            "GET /api/images/{}",
            "PATCH /api/images/{}",
            "GET /api/images/{}/metadata",
            "GET /api/images/{}/original",
            "GET /api/images/{}/thumbnails/{}",
            "DELETE /api/images/{}",
            "POST /api/images/{}/restore",
            "GET /api/trash",
            "GET /api/search",
            "GET /api/albums",
            "GET /api/me");
    assertThat(described)
        .as("what services ask each other is not described")
        .noneMatch(operation -> operation.contains("/internal/"));
  }

  @Test
  void every_operation_asks_for_a_token() throws Exception {
    List<String> open = new ArrayList<>();
    for (Operation operation : operations()) {
      if (status(operation, null) != 401) open.add(operation.method + " " + operation.path);
    }
    open.removeIf(operation -> operation.matches("[A-Z]+ (/api/public/|/s/|/embed/|/oembed).*"));
    assertThat(open).as("operations that answer without a token").isSubsetOf(OPEN);
  }

  @Test
  void no_operation_fails_for_a_user_without_pictures() throws Exception {
    PmsClient user = suite.user("prober");
    List<String> failing = new ArrayList<>();
    for (Operation operation : operations()) {
      if (operation.path.equals("/api/events")) continue;
      int status = status(operation, "Bearer " + user.tokens().access());
      if (status >= 500) failing.add(operation.method + " " + operation.path + " → " + status);
    }
    assertThat(failing).isEmpty();
  }

  private List<Operation> operations() throws Exception {
    Answer answer = suite.user("reader").get("/api/openapi", "Accept", "application/json");
    assertThat(answer.status()).isEqualTo(200);
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : answer.json().path("paths").properties()) {
      path.getValue().fieldNames().forEachRemaining(method -> {
        if (METHODS.contains(method)) {
          operations.add(new Operation(method.toUpperCase(Locale.ROOT), path.getKey()));
        }
      });
    }
    assertThat(answer.json().at("/info/x-missing")).as("services that did not describe themselves").isEmpty();
    return operations;
  }

  private int status(Operation operation, String authorization) throws Exception {
    String path = operation
        .path
        .replace("{size}", "small")
        .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    HttpRequest.Builder request = HttpRequest.newBuilder(suite.addresses().at(path))
        .method(operation.method, BodyPublishers.noBody());
    if (authorization != null) request.header("Authorization", authorization);
    return suite.http().send(request.build(), BodyHandlers.discarding()).statusCode();
  }
}
