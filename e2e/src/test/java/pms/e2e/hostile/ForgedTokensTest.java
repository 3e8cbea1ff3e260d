package pms.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;
import pms.e2e.suite.Suite;
import pms.platform.Port;

/** A9: what is not a true access token for us opens no port. */
class ForgedTokensTest {
  private final Suite suite = Suite.get();
  private final Doors doors = new Doors(suite);
  private KeyTrap trap;
  private PmsClient user;
  private String token;

  @BeforeEach
  void takeATrueToken() throws Exception {
    user = suite.user("forger");
    token = user.tokens().access();
    trap = new KeyTrap();
  }

  @AfterEach
  void closeTheTrap() {
    trap.close();
  }

  @Test
  void forged_tokens_open_no_port() throws Exception {
    for (Map.Entry<String, String> door : doors.all().entrySet()) {
      assertThat(doors.status(door.getValue(), "Bearer " + token))
          .as("the true token at %s", door.getKey())
          .isIn(200, 404);
      for (Map.Entry<String, String> forged : forgeries().entrySet()) {
        assertThat(doors.status(door.getValue(), "Bearer " + forged.getValue()))
            .as("%s at %s", forged.getKey(), door.getKey())
            .isEqualTo(401);
      }
    }
    assertThat(trap.contacts())
        .as("contacts with the address a forged header names")
        .isZero();
  }

  @Test
  void a_token_for_somebody_else_is_none_for_us() throws Exception {
    String foreign = tokenOf("admin-cli");
    assertThat(Forgery.of(foreign).claims().path("aud").toString()).doesNotContain("\"pms\"");
    for (Map.Entry<String, String> door : doors.all().entrySet()) {
      assertThat(doors.status(door.getValue(), "Bearer " + foreign)).as(door.getKey()).isEqualTo(401);
    }
  }

  /** Signed by the same server, with another key and as another issuer. */
  @Test
  void a_true_token_of_another_realm_is_none_for_us() throws Exception {
    String name = "elsewhere-" + UUID.randomUUID().toString().substring(0, 8);
    Answer made = suite.accounts().send(suite.accounts().administration("")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("""
            {"realm":"%s","enabled":true,"sslRequired":"none","roles":{"realm":[{"name":"user"},{"name":"admin"}]},"clients":[%s],
             "users":[{"username":"u","enabled":true,"email":"u@pms.example","emailVerified":true,"firstName":"U","lastName":"U",
             "realmRoles":["user","admin"],"credentials":[{"type":"password","value":"u","temporary":false}]}]}\
            """.formatted(name, TokenDesk.briefClient("brief")))));
    assertThat(made.status()).as("%s", made).isEqualTo(201);
    try {
      TokenDesk desk = new TokenDesk(suite.http(), suite.addresses().oidc().resolve(name), "brief");
      for (Map.Entry<String, String> door : doors.all().entrySet()) {
        assertThat(doors.status(door.getValue(), desk.login("u").authorization())).as(door.getKey()).isEqualTo(401);
      }
    } finally {
      suite.accounts().send(suite.accounts().administration("/" + name).DELETE());
    }
  }

  @Test
  void an_expired_token_is_none() throws Exception {
    String brief = tokenOfOwnClient("\"access.token.lifespan\":\"2\"", audience("pms"));
    for (Map.Entry<String, String> door : doors.all().entrySet()) {
      await(door.getKey())
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(200))
          .until(() -> doors.status(door.getValue(), "Bearer " + brief) == 401);
    }
  }

  /** Signed by our own realm, but for others or for later. */
  @Test
  void a_true_token_that_is_not_for_us_or_not_yet_is_none() throws Exception {
    String later = """
        {"name":"later","protocol":"openid-connect","protocolMapper":"oidc-hardcoded-claim-mapper","config":{
        "claim.name":"nbf","claim.value":"%d","jsonType.label":"long","access.token.claim":"true"}}\
        """.formatted(Instant.now().plus(Duration.ofHours(1)).getEpochSecond());
    String now = tokenOfOwnClient("", audience("pms"));
    Map<String, String> signed = Map.of(
        "for others", tokenOfOwnClient("", audience("else")), "for later", tokenOfOwnClient("", audience("pms") + "," + later));
    for (Map.Entry<String, String> door : doors.all().entrySet()) {
      assertThat(doors.status(door.getValue(), "Bearer " + now)).as("for us and now at %s", door.getKey()).isIn(200, 404);
      for (Map.Entry<String, String> token : signed.entrySet()) {
        assertThat(doors.status(door.getValue(), "Bearer " + token.getValue())).as("%s at %s", token.getKey(), door.getKey()).isEqualTo(401);
      }
    }
  }

  private static String audience(String name) {
    return """
        {"name":"audience","protocol":"openid-connect","protocolMapper":"oidc-audience-mapper","config":{
        "included.custom.audience":"%s","access.token.claim":"true"}}\
        """.formatted(name);
  }

  /** What a client with these attributes and mappers gets for the user, and no longer is there afterwards. */
  private String tokenOfOwnClient(String attributes, String mappers) throws Exception {
    String client = "own-" + UUID.randomUUID().toString().substring(0, 8);
    Answer made = suite.accounts().send(suite.accounts().admin("/clients")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("""
            {"clientId":"%s","publicClient":true,"directAccessGrantsEnabled":true,"standardFlowEnabled":false,"attributes":{%s},"protocolMappers":[%s]}\
            """.formatted(client, attributes, mappers))));
    assertThat(made.status()).as("%s", made).isEqualTo(201);
    try {
      return tokenOf(client);
    } finally {
      String location = made.header("Location").orElseThrow();
      suite.accounts().send(suite.accounts().admin("/clients" + location.substring(location.lastIndexOf('/'))).DELETE());
    }
  }

  /** Every operation that a service describes, asked at its own port; what visitors of links may ask has no token anywhere. */
  @ParameterizedTest
  @EnumSource(value = Port.class, names = {"METADATA", "PROCESSING", "SEARCH", "SHARING", "UPLOAD"})
  void without_a_token_no_operation_answers_at_a_service_s_own_port(Port service) throws Exception {
    String port = "http://127.0.0.1:" + suite.portOf(service);
    JsonNode paths = Answer.JSON.readTree(asked("GET", port + "/q/openapi?format=json").body()).path("paths");
    List<String> answered = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      if (path.getKey().matches("/(s|embed|oembed)(/.*)?|/api/public/.*")) {
        continue;
      }
      String address = port + path.getKey().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
      for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")) {
        int status = status(method, address);
        if (status != 401 && (path.getValue().has(method.toLowerCase()) || status / 100 == 2)) {
          answered.add(method + " " + path.getKey() + " → " + status);
        }
      }
    }
    assertThat(paths.size()).as("operations of %s", service).isPositive();
    assertThat(answered).isEmpty();
    assertThat(status("GET", port + "/q/health")).isEqualTo(200);
    for (String closed : List.of("/q/dev-ui", "/q/swagger-ui", "/internal/access/" + UUID.randomUUID(), "/internal/images/" + UUID.randomUUID())) {
      assertThat(status("GET", port + closed)).as(closed).isIn(401, 404);
    }
  }

  private int status(String method, String address) throws Exception {
    return asked(method, address).statusCode();
  }

  private HttpResponse<String> asked(String method, String address) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20));
    return suite.http().send(request.method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
  }

  @Test
  void odd_authorization_headers_open_no_port() throws Exception {
    for (Map.Entry<String, String> door : doors.all().entrySet()) {
      for (String header : List.of(
          "",
          "Bearer",
          "Bearer ",
          "Basic "
              + Base64.getEncoder().encodeToString("alice:alice".getBytes(StandardCharsets.UTF_8)),
          "Token " + token,
          "Bearer null",
          "Bearer " + token + "x",
          token)) {
        assertThat(doors.status(door.getValue(), header))
            .as("'%s' at %s", header, door.getKey())
            .isIn(400, 401);
      }
      URI address = URI.create(door.getValue());
      int twice = RawRequest.get(
              address.getPort(),
              address.getPath(),
              "Authorization: Bearer x.y.z",
              "Authorization: Bearer " + token)
          .status();
      assertThat(twice).as("a forged and a true header at %s", door.getKey()).isIn(400, 401);
      int tab = RawRequest.get(address.getPort(), address.getPath(), "Authorization: Bearer\t" + token).status();
      assertThat(tab).as("a tab at %s", door.getKey()).isIn(400, 401);
    }
  }

  private Map<String, String> forgeries() throws Exception {
    HttpRequest realm = HttpRequest.newBuilder(suite.addresses().oidc()).build();
    String publicKey = Answer.JSON
        .readTree(suite.http().send(realm, BodyHandlers.ofString()).body())
        .path("public_key")
        .asText();
    Map<String, String> forged = new Forgeries(token, publicKey, trap.address()).all();
    forged.put("id token", user.tokens().grant("openid").path("id_token").asText());
    forged.put("link token", linkToken());
    forged.put("refresh token", user.tokens().grant("").path("refresh_token").asText());
    return forged;
  }

  /** What opens an album to whoever has it is no token for anything else. */
  private String linkToken() throws Exception {
    String album = user.post("/api/albums", "{\"title\":\"Open\"}").json().path("id").asText();
    Answer link = user.post("/api/links", "{\"album\":\"" + album + "\"}");
    assertThat(link.status()).as("%s", link).isEqualTo(201);
    return link.json().path("url").asText().replaceAll(".*/", "");
  }

  private String tokenOf(String client) throws Exception {
    String name = Forgery.of(token).claims().path("preferred_username").asText();
    HttpRequest request = HttpRequest.newBuilder(
            URI.create(suite.addresses().oidc() + "/protocol/openid-connect/token"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(
            "grant_type=password&client_id=" + client + "&username=" + name + "&password=" + name))
        .build();
    JsonNode answer =
        Answer.JSON.readTree(suite.http().send(request, BodyHandlers.ofString()).body());
    assertThat(answer.path("access_token").asText()).as("%s", answer).isNotEmpty();
    return answer.path("access_token").asText();
  }
}
