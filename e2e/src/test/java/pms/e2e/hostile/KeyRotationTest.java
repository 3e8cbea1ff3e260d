package pms.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import pms.e2e.client.Answer;
import pms.e2e.hostile.TokenDesk.Held;
import pms.e2e.suite.Library;
import pms.e2e.suite.Running;
import pms.e2e.suite.Suite;
import pms.platform.Port;

/**
 * A7 for a whole realm: signing keys rotated, and all tokens before a moment declared void. It has a realm of its own, since
 * everybody on this machine uses the other, and a second gateway that listens to it: how tokens are checked is the service kit's,
 * the same for all. Not shown here: the five services behind it under rotation.
 */
@DisabledIfEnvironmentVariable(named = "PMS_E2E_GATEWAY", matches = ".+")
class KeyRotationTest {
  private static final String USER = "rotating";
  private final Suite suite = Suite.get();
  private final String name = "rotation-" + UUID.randomUUID().toString().substring(0, 8);
  private final URI realm = suite.addresses().oidc().resolve(name);
  private final TokenDesk desk = new TokenDesk(suite.http(), realm, "brief");
  private Running gateway;
  private URI door;

  @BeforeEach
  void makeARealm() throws Exception {
    String json = """
        {"realm":"%s","enabled":true,"sslRequired":"none","roles":{"realm":[{"name":"user"}]},"clients":[%s],
         "users":[{"username":"%3$s","enabled":true,"email":"%3$s@pms.example","emailVerified":true,"firstName":"R","lastName":"R",
         "realmRoles":["user"],"credentials":[{"type":"password","value":"%3$s","temporary":false}]}]}\
        """.formatted(name, TokenDesk.briefClient("brief"), USER);
    send("", "POST", json);
    gateway = suite.replica(Port.GATEWAY, realm);
    door = URI.create("http://127.0.0.1:" + gateway.port() + "/api/events");
  }

  @AfterEach
  void removeIt() throws Exception {
    try {
      if (gateway != null) gateway.kill();
    } finally {
      suite.accounts().send(suite.accounts().administration("/" + name).DELETE());
    }
  }

  @Test
  void tokens_of_a_new_key_work_and_those_of_a_removed_one_expire_as_do_all_before_a_moment() throws Exception {
    String first = keyProviders().path(0).path("id").asText();
    Held old = works();
    String second = rotate(200);
    Held fresh = works();
    assertThat(kid(fresh)).isNotEqualTo(kid(old));
    send("/components/" + first, "DELETE", "");
    rotate(300);
    send("/components/" + second, "DELETE", "");
    Held voided = desk.login(USER);
    send("", "PUT", "{\"notBefore\":" + (Forgery.of(voided.access()).claims().path("iat").asLong() + 1) + "}");
    assertThat(desk.refresh(voided).status()).isEqualTo(400);

    // Right after one rotation another: the keys are fetched again in seconds, not in ten minutes.
    works();
    for (Held held : List.of(old, fresh, voided)) {
      await().atMost(Library.SOON).until(() -> status(held) == 401);
    }
  }

  /** A token that was taken; a new one each time, since they live for seconds. */
  private Held works() {
    AtomicReference<Held> taken = new AtomicReference<>();
    await().atMost(Library.SOON).pollInterval(Duration.ofMillis(500)).until(() -> {
      taken.set(desk.login(USER));
      return status(taken.get()) == 200;
    });
    return taken.get();
  }

  /** Of an answer that goes on for ever. */
  private int status(Held held) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(door)
        .timeout(Duration.ofSeconds(20))
        .header("Authorization", held.authorization())
        .build();
    var response = suite.http().send(request, BodyHandlers.ofInputStream());
    response.body().close();
    return response.statusCode();
  }

  /** Adds a key that signs from now on; the id of its provider. */
  private String rotate(int priority) throws Exception {
    String id = send("", "GET", "").json().path("id").asText();
    Answer made = send("/components", "POST", """
        {"name":"rsa-%1$d","providerId":"rsa-generated","providerType":"org.keycloak.keys.KeyProvider","parentId":"%2$s",
         "config":{"priority":["%1$d"],"enabled":["true"],"active":["true"],"algorithm":["RS256"],"keySize":["2048"]}}\
        """.formatted(priority, id));
    String location = made.header("Location").orElseThrow();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  /** Those of RS256, which signs access tokens. */
  private JsonNode keyProviders() throws Exception {
    return send("/components?type=org.keycloak.keys.KeyProvider&name=rsa-generated", "GET", "").json();
  }

  private static String kid(Held held) throws Exception {
    return Forgery.of(held.access()).header().path("kid").asText();
  }

  private Answer send(String path, String method, String json) throws Exception {
    boolean fresh = path.isEmpty() && method.equals("POST");
    Answer answer = suite.accounts().send(
        suite.accounts()
            .administration(fresh ? "" : "/" + name + path)
            .header("Content-Type", "application/json")
            .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    assertThat(answer.ok()).as("%s %s: %s", method, path, answer).isTrue();
    return answer;
  }
}
