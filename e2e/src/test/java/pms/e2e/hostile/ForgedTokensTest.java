package pms.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;
import pms.e2e.suite.Suite;
import pms.platform.Port;

/** A9: what is not a true access token for us opens no port. */
class ForgedTokensTest {
  private final Suite suite = Suite.get();
  private final AtomicInteger contacts = new AtomicInteger();
  private HttpServer trap;
  private PmsClient user;
  private String token;

  @BeforeEach
  void takeATrueToken() throws Exception {
    user = suite.user("forger");
    token = user.tokens().access();
    trap = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    trap.createContext("/", exchange -> {
      contacts.incrementAndGet();
      byte[] keys = ourKeys().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, keys.length);
      exchange.getResponseBody().write(keys);
      exchange.close();
    });
    trap.start();
  }

  @AfterEach
  void closeTheTrap() {
    trap.stop(0);
  }

  @Test
  void forged_tokens_open_no_port() throws Exception {
    for (Map.Entry<String, String> door : doors().entrySet()) {
      assertThat(status(door.getValue(), "Bearer " + token)).as("the true token at %s", door.getKey()).isIn(200, 404);
      for (Map.Entry<String, String> forged : forgeries().entrySet()) {
        assertThat(status(door.getValue(), "Bearer " + forged.getValue())).as("%s at %s", forged.getKey(), door.getKey()).isEqualTo(401);
      }
    }
    assertThat(contacts.get()).as("contacts with the address a forged header names").isZero();
  }

  @Test
  void a_token_for_somebody_else_is_none_for_us() throws Exception {
    String foreign = tokenOf("admin-cli");
    assertThat(Forgery.of(foreign).claims().path("aud").toString()).doesNotContain("\"pms\"");
    for (Map.Entry<String, String> door : doors().entrySet()) {
      assertThat(status(door.getValue(), "Bearer " + foreign)).as(door.getKey()).isEqualTo(401);
    }
  }

  @Test
  void an_expired_token_is_none() throws Exception {
    String client = "short-" + UUID.randomUUID().toString().substring(0, 8);
    Answer made = suite.accounts().send(suite.accounts().admin("/clients").header("Content-Type", "application/json").POST(BodyPublishers.ofString("""
        {"clientId":"%s","publicClient":true,"directAccessGrantsEnabled":true,"standardFlowEnabled":false,"attributes":{"access.token.lifespan":"2"},"protocolMappers":[
        {"name":"audience","protocol":"openid-connect","protocolMapper":"oidc-audience-mapper","config":{"included.custom.audience":"pms","access.token.claim":"true"}}]}""".formatted(client))));
    assertThat(made.status()).as("%s", made).isEqualTo(201);
    try {
      String brief = tokenOf(client);
      for (Map.Entry<String, String> door : doors().entrySet()) {
        await(door.getKey()).atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(200)).until(() -> status(door.getValue(), "Bearer " + brief) == 401);
      }
    } finally {
      String location = made.header("Location").orElseThrow();
      suite.accounts().send(suite.accounts().admin("/clients" + location.substring(location.lastIndexOf('/'))).DELETE());
    }
  }

  @Test
  void odd_authorization_headers_open_no_port() throws Exception {
    for (Map.Entry<String, String> door : doors().entrySet()) {
      for (String header : List.of("", "Bearer", "Bearer ", "Basic " + Base64.getEncoder().encodeToString("alice:alice".getBytes(StandardCharsets.UTF_8)), "Token " + token, "Bearer null", "Bearer " + token + "x", token)) {
        assertThat(status(door.getValue(), header)).as("'%s' at %s", header, door.getKey()).isIn(400, 401);
      }
      URI address = URI.create(door.getValue());
      int twice = RawRequest.get(address.getPort(), address.getPath(), "Authorization: Bearer x.y.z", "Authorization: Bearer " + token).status();
      assertThat(twice).as("a forged and a true header at %s", door.getKey()).isIn(400, 401);
    }
  }

  /** One guarded address of every port: the gateway's for each service behind it, and each service's own. */
  private Map<String, String> doors() {
    String none = UUID.randomUUID().toString();
    Map<Port, String> paths = new LinkedHashMap<>();
    paths.put(Port.UPLOAD, "/api/me");
    paths.put(Port.METADATA, "/api/images");
    paths.put(Port.PROCESSING, "/api/images/" + none + "/original");
    paths.put(Port.SEARCH, "/api/search");
    paths.put(Port.SHARING, "/api/albums");
    Map<String, String> doors = new LinkedHashMap<>();
    paths.forEach((service, path) -> {
      doors.put("the gateway for " + service.label(), suite.addresses().gateway() + path);
      doors.put(service.label(), "http://127.0.0.1:" + suite.portOf(service) + path);
    });
    return doors;
  }

  private Map<String, String> forgeries() throws Exception {
    Forgery forgery = Forgery.of(token);
    JsonNode realm = Answer.JSON.readTree(suite.http().send(HttpRequest.newBuilder(suite.addresses().oidc()).build(), BodyHandlers.ofString()).body());
    String publicKey = realm.path("public_key").asText();
    String pem = "-----BEGIN PUBLIC KEY-----\n" + publicKey.replaceAll("(.{64})", "$1\n").strip() + "\n-----END PUBLIC KEY-----\n";
    String address = "http://127.0.0.1:" + trap.getAddress().getPort() + "/keys";
    Map<String, String> forged = new LinkedHashMap<>();
    for (String none : List.of("none", "None", "NONE", "nOnE")) forged.put("alg " + none, forgery.unsigned(none));
    forged.put("HS256 with the public key's text", forgery.signedBySecret(pem.getBytes(StandardCharsets.US_ASCII)));
    forged.put("HS256 with the public key's bytes", forgery.signedBySecret(Base64.getDecoder().decode(publicKey)));
    forged.put("HS256 with nothing", forgery.signedBySecret(new byte[] {0}));
    forged.put("another subject", forgery.changed(claims -> claims.put("sub", UUID.randomUUID().toString())));
    forged.put("another issuer", forgery.changed(claims -> claims.put("iss", "http://elsewhere.example/realms/pms")));
    forged.put("another audience", forgery.changed(claims -> claims.put("aud", "else")));
    forged.put("a longer life", forgery.changed(claims -> claims.put("exp", claims.path("exp").asLong() + 3600)));
    forged.put("a role more", forgery.changed(claims -> claims.putObject("realm_access").putArray("roles").add("user").add("admin")));
    forged.put("our own key", forgery.signedByUs(header -> {}));
    forged.put("our own key, kid unknown", forgery.signedByUs(header -> header.put("kid", "nobody")));
    forged.put("our own key, no kid", forgery.signedByUs(header -> header.remove("kid")));
    for (String kid : List.of("../../../../dev/null", "/dev/null", "' or '1'='1", address)) forged.put("kid " + kid, forgery.signedByUs(header -> header.put("kid", kid)));
    forged.put("jku", forgery.signedByUs(header -> header.put("jku", address).put("kid", "ours")));
    forged.put("x5u", forgery.signedByUs(header -> header.put("x5u", address).put("kid", "ours")));
    forged.put("jwk", forgery.signedByUs(header -> header.set("jwk", ourKey())));
    forged.put("no signature", token.substring(0, token.lastIndexOf('.') + 1));
    forged.put("id token", user.tokens().grant("openid").path("id_token").asText());
    forged.put("refresh token", user.tokens().grant("").path("refresh_token").asText());
    forged.put("garbage", "a.b.c");
    return forged;
  }

  private String tokenOf(String client) throws Exception {
    String name = Forgery.of(token).claims().path("preferred_username").asText();
    HttpRequest request = HttpRequest.newBuilder(URI.create(suite.addresses().oidc() + "/protocol/openid-connect/token")).header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString("grant_type=password&client_id=" + client + "&username=" + name + "&password=" + name)).build();
    JsonNode answer = Answer.JSON.readTree(suite.http().send(request, BodyHandlers.ofString()).body());
    assertThat(answer.path("access_token").asText()).as("%s", answer).isNotEmpty();
    return answer.path("access_token").asText();
  }

  private int status(String address, String authorization) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20));
    if (!authorization.isEmpty()) request.header("Authorization", authorization);
    return suite.http().send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private static String ourKeys() {
    List<JsonNode> keys = new ArrayList<>();
    keys.add(ourKey());
    return "{\"keys\":" + keys + "}";
  }

  private static JsonNode ourKey() {
    RSAPublicKey key = (RSAPublicKey) Forgery.ours().getPublic();
    return Answer.JSON.createObjectNode().put("kty", "RSA").put("kid", "ours").put("alg", "RS256").put("use", "sig")
        .put("n", Forgery.encoded(unsigned(key.getModulus()))).put("e", Forgery.encoded(unsigned(key.getPublicExponent())));
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }
}
