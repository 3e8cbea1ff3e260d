package pms.platform.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import pms.platform.Http;
import pms.platform.PlatformException;

/** Access tokens of development and test users, by the password grant; one is used again until shortly before it ends. */
public final class Tokens {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Token> CACHE = new ConcurrentHashMap<>();

  private Tokens() {}

  /** Of a development user, whose password is the name. */
  public static String of(String user) {
    return of(user, "pms-cli");
  }

  /** The same for another client. */
  public static String of(String user, String client) {
    return of(user, user, client);
  }

  /** Of any user. */
  public static String of(String user, String password, String client) {
    return of(PmsPlatform.endpoints().oidc(), user, password, client);
  }

  /** Of any user of the realm at this address. */
  public static String of(String oidc, String user, String password, String client) {
    String key = String.join("\n", oidc, user, password, client);
    return CACHE.compute(key, (same, known) -> known != null && known.isFresh() ? known : fetch(oidc, user, password, client)).value;
  }

  private static Token fetch(String oidc, String user, String password, String client) {
    String form =
        Map.of("grant_type", "password", "client_id", client, "username", user, "password", password, "scope", "openid").entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    String address = oidc + "/protocol/openid-connect/token";
    HttpResponse<String> answer = Http.post(address, form, "Content-Type", "application/x-www-form-urlencoded");
    if (answer.statusCode() != 200) {
      throw new PlatformException("No token for " + user + " of client " + client + ": " + answer.statusCode() + " " + answer.body());
    }
    try {
      JsonNode token = JSON.readTree(answer.body());
      return new Token(token.path("access_token").asText(), Instant.now().plusSeconds(token.path("expires_in").asLong() - 60));
    } catch (IOException e) {
      throw new PlatformException("Keycloak answered " + answer.body(), e);
    }
  }

  private record Token(String value, Instant freshUntil) {
    boolean isFresh() {
      return Instant.now().isBefore(freshUntil);
    }
  }
}
