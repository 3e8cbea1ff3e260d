package pms.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Access tokens of one development user by the password grant; fetched anew shortly before one expires. */
public final class Tokens {
  private static final Duration EARLY = Duration.ofSeconds(30);
  private final HttpClient http;
  private final Addresses addresses;
  private final String client;
  private final String user;
  private final String password;
  private String token;
  private Instant goodUntil = Instant.MIN;

  public Tokens(HttpClient http, Addresses addresses, String user, String password) {
    this(http, addresses, "pms-cli", user, password);
  }

  Tokens(HttpClient http, Addresses addresses, String client, String user, String password) {
    this.http = http;
    this.addresses = addresses;
    this.client = client;
    this.user = user;
    this.password = password;
  }

  /** The login name. */
  public String user() {
    return user;
  }

  public synchronized String access() throws IOException, InterruptedException {
    if (Instant.now().isBefore(goodUntil)) return token;
    JsonNode answer = grant("");
    token = answer.path("access_token").asText();
    Duration life = Duration.ofSeconds(answer.path("expires_in").asLong());
    goodUntil = Instant.now()
        .plus(life.compareTo(EARLY.multipliedBy(2)) > 0 ? life.minus(EARLY) : life.dividedBy(2));
    return token;
  }

  /** The whole answer of the token endpoint; with {@code openid} in the scope it holds an id token too. */
  public JsonNode grant(String scope) throws IOException, InterruptedException {
    String form = "grant_type=password&client_id=" + client + "&username=" + encoded(user) + "&password="
        + encoded(password) + (scope.isEmpty() ? "" : "&scope=" + encoded(scope));
    HttpRequest request = HttpRequest.newBuilder(addresses.token())
        .header("Content-Type", "application/x-www-form-urlencoded")
        .timeout(Duration.ofSeconds(30))
        .POST(BodyPublishers.ofString(form))
        .build();
    Answer answer = Answer.of(http.send(request, BodyHandlers.ofByteArray()));
    if (!answer.ok()) throw new IOException("Keycloak gives no token to " + user + ": " + answer);
    return answer.json();
  }

  /** The user's id, which is the owner of their pictures. */
  public String subject() throws IOException, InterruptedException {
    byte[] claims = Base64.getUrlDecoder().decode(access().split("\\.")[1]);
    return Answer.JSON.readTree(claims).path("sub").asText();
  }

  /** Makes the next call fetch a new one. */
  synchronized void refused() {
    goodUntil = Instant.MIN;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
