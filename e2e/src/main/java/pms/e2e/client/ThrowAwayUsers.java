package pms.e2e.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import pms.platform.Endpoints;

/** Accounts made for one test or one measurement, so that nothing anybody has is touched. */
public final class ThrowAwayUsers {
  private final HttpClient http;
  private final Endpoints endpoints;
  private final Addresses addresses;

  public ThrowAwayUsers(HttpClient http, Endpoints endpoints, Addresses addresses) {
    this.http = http;
    this.endpoints = endpoints;
    this.addresses = addresses;
  }

  /** A user with the default role and an empty library. */
  public PmsClient make(String word) throws IOException, InterruptedException {
    String name = word + "-" + UUID.randomUUID().toString().substring(0, 8);
    String account = """
        {"username":"%1$s","enabled":true,"email":"%1$s@pms.example","emailVerified":true,"firstName":"%2$s","lastName":"Throwaway",
         "credentials":[{"type":"password","value":"%1$s","temporary":false}]}\
        """.formatted(name, word);
    Answer made = send(admin("/users")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(account)));
    if (made.status() != 201) throw new IOException("Keycloak makes no user " + name + ": " + made);
    return new PmsClient(http, addresses, new Tokens(http, addresses, name, name));
  }

  public void remove(PmsClient client) throws IOException, InterruptedException {
    send(admin("/users/" + client.tokens().subject()).DELETE());
  }

  /** A request to Keycloak's administration of the realm; the path begins below it. */
  public HttpRequest.Builder admin(String path) throws IOException, InterruptedException {
    URI address = URI.create(endpoints.keycloak() + "/admin/realms/" + endpoints.realm() + path);
    return HttpRequest.newBuilder(address)
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + adminToken());
  }

  private String adminToken() throws IOException, InterruptedException {
    String form = "grant_type=password&client_id=admin-cli&username="
        + PmsClient.encoded(endpoints.keycloakAdmin()) + "&password="
        + PmsClient.encoded(endpoints.keycloakPassword());
    Answer answer = send(HttpRequest.newBuilder(
            URI.create(endpoints.keycloak() + "/realms/master/protocol/openid-connect/token"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .timeout(Duration.ofSeconds(30))
        .POST(BodyPublishers.ofString(form)));
    if (!answer.ok()) throw new IOException("Keycloak's administrator cannot log in: " + answer);
    return answer.json().path("access_token").asText();
  }

  public Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return Answer.of(http.send(request.build(), BodyHandlers.ofByteArray()));
  }
}
