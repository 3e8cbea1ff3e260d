package pms.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.gateway.Client;
import pms.gateway.Gateway;
import pms.platform.Http;
import pms.platform.test.PmsPlatform;
import pms.platform.test.TestUsers;
import pms.platform.test.Tokens;

/** Checks A9 and R6 at the door. */
@QuarkusTest
@TestProfile(Gateway.class)
class VisitorsTest {

  @TestHTTPResource URI base;

  private Client client;
  private String good;

  @BeforeEach
  void logIn() {
    client = new Client(base);
    good = Tokens.of("alice");
  }

  @Test
  void a_valid_token_is_let_in() {
    assertThat(ask("Bearer " + good).statusCode()).isEqualTo(200);
  }

  @Test
  void without_a_token_the_answer_is_401_and_says_what_is_needed() {
    for (String path : new String[] {"/api/images", "/api/events", "/api/nothing", "/api/admin/search/rebuild"}) {
      HttpResponse<String> response = client.get(path);
      assertThat(response.statusCode()).as(path).isEqualTo(401);
      assertThat(response.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer realm=\"pms\"");
      assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(Client.json(response).path("type").asText()).isEqualTo("urn:pms:problem:unauthorized");
    }
  }

  @Test
  void a_header_that_is_not_exactly_one_bearer_token_is_401() throws IOException {
    for (String header :
        new String[] {
          "Bearer\t" + good, "Bearer  " + good, "Bearer", "Bearer ", good, "Basic YWxpY2U6YWxpY2U=", "BEARER" + good, "Bearer " + good + " x",
          "Bearer " + good + "," + good, "Token " + good, "Bearer \"" + good + "\""
        }) {
      assertRefused(header);
    }
    assertThat(raw("Authorization: Bearer " + good + "\r\nAuthorization: Bearer " + good + "\r\n")).startsWith("HTTP/1.1 401");
    assertThat(raw("Authorization: Bearer " + good + "\r\nauthorization: Basic x\r\n")).startsWith("HTTP/1.1 401");
  }

  @Test
  void a_forged_token_is_401() throws IOException, GeneralSecurityException {
    // What is remembered of the true one must not help the others.
    assertThat(ask("Bearer " + good).statusCode()).isEqualTo(200);
    for (Map.Entry<String, String> forgery : forgeries().entrySet()) {
      HttpResponse<String> response = ask("Bearer " + forgery.getValue());
      assertThat(response.statusCode()).as(forgery.getKey()).isEqualTo(401);
      assertThat(response.headers().firstValue("WWW-Authenticate").orElse("")).as(forgery.getKey()).contains("invalid_token");
    }
    assertThat(ask("Bearer " + good).statusCode()).isEqualTo(200);
  }

  @Test
  void a_true_token_that_is_no_access_token_for_us_is_401() {
    String oidc = PmsPlatform.endpoints().oidc();
    JsonNode tokens = tokens(oidc, "pms-cli", "alice", "alice");
    assertThat(ask("Bearer " + tokens.path("access_token").asText()).statusCode()).isEqualTo(200);
    assertThat(ask("Bearer " + tokens.path("id_token").asText()).statusCode()).as("id token").isEqualTo(401);
    assertThat(ask("Bearer " + tokens.path("refresh_token").asText()).statusCode()).as("refresh token").isEqualTo(401);
    JsonNode foreign =
        tokens(
            PmsPlatform.endpoints().keycloak() + "/realms/master",
            "admin-cli",
            PmsPlatform.endpoints().keycloakAdmin(),
            PmsPlatform.endpoints().keycloakPassword());
    assertThat(ask("Bearer " + foreign.path("access_token").asText()).statusCode()).as("other realm").isEqualTo(401);
  }

  /** Signed by our own realm, but for others or for later. */
  @Test
  void a_true_token_that_is_not_for_us_or_not_yet_is_401() {
    String now = audience("pms");
    assertThat(ask("Bearer " + tokenWith(now)).statusCode()).isEqualTo(200);
    assertThat(ask("Bearer " + tokenWith(audience("else"))).statusCode()).as("for others").isEqualTo(401);
    String later = claim("nbf", String.valueOf(Instant.now().plusSeconds(3_600).getEpochSecond()));
    assertThat(ask("Bearer " + tokenWith(now + "," + later)).statusCode()).as("for later").isEqualTo(401);
  }

  @Test
  void a_token_that_was_let_in_ends_at_its_own_time() {
    String brief = "Bearer " + tokenWith(audience("pms"), "\"access.token.lifespan\":\"3\"");
    assertThat(ask(brief).statusCode()).isEqualTo(200);
    assertThat(ask(brief).statusCode()).isEqualTo(200);
    await().atMost(Duration.ofSeconds(60)).until(() -> ask(brief).statusCode() == 401);
  }

  @Test
  void who_asks_too_often_waits_and_nobody_else() {
    String busy = "Bearer " + TestUsers.create().token();
    Set<Integer> answers = flood(700, i -> client.get("/api/me", "Authorization", busy));
    assertThat(answers).contains(200, 429).isSubsetOf(200, 429);
    HttpResponse<String> refused = client.get("/api/me", "Authorization", busy);
    while (refused.statusCode() != 429) {
      flood(200, i -> client.get("/api/me", "Authorization", busy));
      refused = client.get("/api/me", "Authorization", busy);
    }
    assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 10);
    assertThat(Client.json(refused).path("type").asText()).isEqualTo("urn:pms:problem:too-many-requests");
    assertThat(ask("Bearer " + good).statusCode()).isEqualTo(200);
  }

  @Test
  void an_address_without_a_token_is_counted_whatever_it_says_of_itself() {
    Set<Integer> answers = flood(600, i -> client.get("/api/images", "X-Forwarded-For", "10.0.0." + i % 250, "Forwarded", "for=10.1.1." + i));
    assertThat(answers).contains(401, 429).isSubsetOf(401, 429);
    assertThat(ask("Bearer " + good).statusCode()).isEqualTo(200);
  }

  /** R6: those whom a trusted proxy speaks for are counted one by one, by the last word that is the proxy's own. */
  @Test
  void who_comes_through_a_trusted_proxy_is_counted_by_the_address_it_tells() {
    Client proxy = Client.from(Gateway.PROXY, base);
    Set<Integer> answers = flood(600, i -> proxy.get("/api/images", "X-Forwarded-For", "10.0.0." + i % 250 + ", 203.0.113.7"));
    assertThat(answers).contains(401, 429).isSubsetOf(401, 429);
    assertThat(proxy.get("/api/images", "X-Forwarded-For", "203.0.113.7, 203.0.113.8").statusCode()).isEqualTo(401);
  }

  private interface Ask {
    HttpResponse<String> ask(int i);
  }

  private static Set<Integer> flood(int requests, Ask ask) {
    return IntStream.range(0, requests)
        .parallel()
        .mapToObj(i -> ask.ask(i).statusCode())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Map<String, String> forgeries() throws GeneralSecurityException, IOException {
    String[] parts = good.split("\\.");
    JsonNode head = Client.json(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8));
    String kid = head.path("kid").asText();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair mine = generator.generateKeyPair();
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    Map<String, String> forged = new LinkedHashMap<>();
    forged.put("alg none", encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".");
    forged.put("alg none with kid", encode("{\"alg\":\"none\",\"kid\":\"" + kid + "\"}") + "." + parts[1] + ".");
    forged.put("alg nOnE", encode("{\"alg\":\"nOnE\"}") + "." + parts[1] + "." + parts[2]);
    forged.put("no signature", parts[0] + "." + parts[1] + ".");
    forged.put("two parts", parts[0] + "." + parts[1]);
    forged.put("claims changed", parts[0] + "." + encode(claims.replace("alice", "admin")) + "." + parts[2]);
    for (byte[] key : publicKeyForms(kid)) {
      forged.put("HS256 with the public key, " + key.length, hs256("{\"alg\":\"HS256\",\"kid\":\"" + kid + "\"}", claims, key));
      forged.put("HS256 without kid, " + key.length, hs256("{\"alg\":\"HS256\"}", claims, key));
    }
    forged.put("own key, true kid", rs256("{\"alg\":\"RS256\",\"kid\":\"" + kid + "\"}", claims, mine));
    forged.put("own key, no kid", rs256("{\"alg\":\"RS256\"}", claims, mine));
    forged.put("own key, kid is a path", rs256("{\"alg\":\"RS256\",\"kid\":\"../../../../dev/null\"}", claims, mine));
    forged.put("own key by jku", rs256("{\"alg\":\"RS256\",\"kid\":\"x\",\"jku\":\"http://127.0.0.1:1/jwks\"}", claims, mine));
    forged.put("own key by x5u", rs256("{\"alg\":\"RS256\",\"kid\":\"x\",\"x5u\":\"http://127.0.0.1:1/x\"}", claims, mine));
    forged.put("own key by jwk", rs256("{\"alg\":\"RS256\",\"jwk\":" + jwk(mine) + "}", claims, mine));
    forged.put("expired", rs256("{\"alg\":\"RS256\",\"kid\":\"" + kid + "\"}", claims.replaceAll("\"exp\":\\d+", "\"exp\":1"), mine));
    return forged;
  }

  private static byte[][] publicKeyForms(String kid) throws GeneralSecurityException {
    JsonNode keys = Client.json(Http.get(PmsPlatform.endpoints().oidc() + "/protocol/openid-connect/certs").body()).path("keys");
    JsonNode key = keys.valueStream().filter(k -> k.path("kid").asText().equals(kid)).findFirst().orElseThrow();
    BigInteger modulus = new BigInteger(1, Base64.getUrlDecoder().decode(key.path("n").asText()));
    BigInteger exponent = new BigInteger(1, Base64.getUrlDecoder().decode(key.path("e").asText()));
    byte[] der = KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)).getEncoded();
    String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    String pem = "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    return new byte[][] {der, pem.getBytes(StandardCharsets.US_ASCII), pem.strip().getBytes(StandardCharsets.US_ASCII)};
  }

  private static String hs256(String head, String claims, byte[] key) throws GeneralSecurityException {
    String signed = encode(head) + "." + encode(claims);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return signed + "." + encode(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String rs256(String head, String claims, KeyPair key) throws GeneralSecurityException {
    String signed = encode(head) + "." + encode(claims);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + encode(signature.sign());
  }

  private static String jwk(KeyPair key) {
    var rsa = (java.security.interfaces.RSAPublicKey) key.getPublic();
    return "{\"kty\":\"RSA\",\"n\":\"%s\",\"e\":\"AQAB\"}".formatted(encode(rsa.getModulus().toByteArray()));
  }

  private static JsonNode tokens(String realm, String client, String user, String password) {
    String form = "grant_type=password&scope=openid&client_id=" + client + "&username=" + user + "&password=" + password;
    return Client.json(
        Http.post(realm + "/protocol/openid-connect/token", form, "Content-Type", "application/x-www-form-urlencoded").body());
  }

  /** What a client of its own with these mappers alone is given for alice. */
  private static String tokenWith(String mappers) {
    return tokenWith(mappers, "");
  }

  private static String tokenWith(String mappers, String attributes) {
    String clients = PmsPlatform.endpoints().keycloak() + "/admin/realms/" + PmsPlatform.endpoints().realm() + "/clients";
    JsonNode master = tokens(
        PmsPlatform.endpoints().keycloak() + "/realms/master", "admin-cli",
        PmsPlatform.endpoints().keycloakAdmin(), PmsPlatform.endpoints().keycloakPassword());
    String[] admin = {"Authorization", "Bearer " + master.path("access_token").asText(), "Content-Type", "application/json"};
    String name = "visitors-" + UUID.randomUUID();
    String made = Http.post(clients, "{\"clientId\":\"%s\",\"publicClient\":true,\"directAccessGrantsEnabled\":true,\"protocolMappers\":[%s],\"attributes\":{%s}}".formatted(name, mappers, attributes), admin)
        .headers().firstValue("Location").orElseThrow();
    try {
      String token = tokens(PmsPlatform.endpoints().oidc(), name, "alice", "alice").path("access_token").asText();
      assertThat(token).isNotEmpty();
      return token;
    } finally {
      Http.delete(made, admin);
    }
  }

  private static String audience(String name) {
    return mapper("oidc-audience-mapper", "\"included.custom.audience\":\"" + name + "\"");
  }

  private static String claim(String name, String value) {
    return mapper("oidc-hardcoded-claim-mapper", "\"claim.name\":\"%s\",\"claim.value\":\"%s\",\"jsonType.label\":\"long\"".formatted(name, value));
  }

  private static String mapper(String kind, String config) {
    return "{\"name\":\"%1$s\",\"protocol\":\"openid-connect\",\"protocolMapper\":\"%1$s\",\"config\":{\"access.token.claim\":\"true\",%2$s}}".formatted(kind, config);
  }

  private static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private HttpResponse<String> ask(String authorization) {
    return client.get("/api/me", "Authorization", authorization);
  }

  private void assertRefused(String header) throws IOException {
    assertThat(raw("Authorization: " + header + "\r\n")).as(header).startsWith("HTTP/1.1 401");
  }

  private String raw(String headers) throws IOException {
    return client.raw("GET /api/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n");
  }
}
