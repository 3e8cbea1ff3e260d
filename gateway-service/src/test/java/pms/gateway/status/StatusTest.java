package pms.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.gateway.Client;
import pms.gateway.Gateway;

/** What newcomers and operators see without a token. */
@QuarkusTest
@TestProfile(Gateway.class)
class StatusTest {

  @TestHTTPResource URI base;

  @TestHTTPResource(value = "/health/ready", management = true)
  URI ready;

  private Client client;

  @BeforeEach
  void open() {
    client = new Client(base);
  }

  @Test
  void the_state_of_the_suite_says_who_is_ready() {
    JsonNode status = Client.json(client.get("/api/status"));
    Map<String, Boolean> services =
        status.path("services").valueStream().collect(Collectors.toMap(s -> s.path("name").asText(), s -> s.path("ready").asBoolean()));
    assertThat(services)
        .isEqualTo(
            Map.of("gateway", true, "login", true, "upload", true, "metadata", true, "processing", true, "search", false, "sharing", false));
    assertThat(status.path("status").asText()).isEqualTo("degraded");
    assertThat(status.toString()).doesNotContain("127.0.0.1", "http");
  }

  @Test
  void the_door_is_ready_though_services_behind_it_are_not() {
    HttpResponse<String> response = new Client(ready).get(ready.getPath());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("token keys").doesNotContainIgnoringCase("redis").doesNotContainIgnoringCase("kafka");
  }

  @Test
  void one_description_names_what_each_service_does_and_who_is_missing() {
    JsonNode api = Client.json(client.get("/api/openapi"));
    assertThat(api.at("/paths/~1api~1images/post/summary").asText()).isEqualTo("upload adds");
    assertThat(api.at("/paths/~1api~1images/get/summary").asText()).isEqualTo("metadata lists");
    assertThat(api.path("paths").propertyStream().map(Map.Entry::getKey))
        .contains("/api/events", "/api/status", "/api/openapi")
        .allMatch(path -> path.startsWith("/api/"));
    assertThat(api.at("/info/x-missing").valueStream().map(JsonNode::asText)).containsExactly("search", "sharing");
    assertThat(api.at("/components/securitySchemes").propertyStream().map(Map.Entry::getKey)).containsExactlyInAnyOrder("login", "token");
    assertThat(api.at("/components/securitySchemes/login/flows/authorizationCode/tokenUrl").asText())
        .endsWith("/realms/pms/protocol/openid-connect/token");
    assertThat(api.at("/paths/~1api~1status/get/security")).isEmpty();
    assertThat(api.at("/paths/~1api~1status/get").has("security")).isTrue();
    assertThat(api.at("/components/responses").propertyStream().map(Map.Entry::getKey)).contains("Page");
  }

  @Test
  void a_service_that_is_away_for_a_moment_keeps_its_part_of_the_description() {
    client.get("/api/openapi");
    Client upload = new Client(URI.create(ConfigProvider.getConfig().getValue("PMS_UPLOAD_URL", String.class)));
    upload.get("/?mute=on");
    try {
      await().atMost(Duration.ofSeconds(60)).until(() -> {
        client.get("/api/openapi");
        return Client.json(upload.get("/progress?mark=mute")).path("asked").asInt() > 0;
      });
      JsonNode api = Client.json(client.get("/api/openapi"));
      assertThat(api.at("/paths/~1api~1images/post/summary").asText()).isEqualTo("upload adds");
      assertThat(api.at("/info/x-missing").toString()).doesNotContain("upload");
    } finally {
      upload.get("/?mute=off");
    }
  }

  @Test
  void the_description_is_yaml_for_who_asks() {
    assertThat(client.get("/api/openapi?format=yaml").body()).contains("openapi: \"3.1.0\"");
    HttpResponse<String> accepted = client.get("/api/openapi", "Accept", "application/yaml");
    assertThat(accepted.headers().firstValue("Content-Type").orElse("")).startsWith("application/yaml");
  }
}
