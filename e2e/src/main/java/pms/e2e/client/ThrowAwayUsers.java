package pms.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import pms.platform.Endpoints;

/** Accounts made for one test or one measurement, so that nothing anybody has is touched. */
public final class ThrowAwayUsers {
  private final HttpClient http;
  private final Endpoints endpoints;
  private final Addresses addresses;
  private final Tokens administrator;
  private final List<String> made = new CopyOnWriteArrayList<>();

  public ThrowAwayUsers(HttpClient http, Endpoints endpoints, Addresses addresses) {
    this.http = http;
    this.endpoints = endpoints;
    this.addresses = addresses;
    URI master = URI.create(endpoints.keycloak() + "/realms/master");
    this.administrator = new Tokens(
        http,
        new Addresses(addresses.gateway(), master),
        "admin-cli",
        endpoints.keycloakAdmin(),
        endpoints.keycloakPassword());
  }

  /** A user with the default role and an empty library. */
  public PmsClient make(String word) throws IOException, InterruptedException {
    String name = word + "-" + UUID.randomUUID().toString().substring(0, 8);
    String account = """
        {"username":"%1$s","enabled":true,"email":"%1$s@pms.example","emailVerified":true,"firstName":"%2$s","lastName":"Throwaway",
         "credentials":[{"type":"password","value":"%1$s","temporary":false}]}\
        """.formatted(name, word);
    Answer answer = send(admin("/users")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(account)));
    if (answer.status() != 201) {
      throw new IOException("Keycloak makes no user " + name + ": " + answer);
    }
    String location = answer.header("Location").orElseThrow();
    made.add(location.substring(location.lastIndexOf('/') + 1));
    return new PmsClient(http, addresses, new Tokens(http, addresses, name, name));
  }

  /** Makes the user a member of a group of the realm; the next token says so. */
  public void join(PmsClient user, String group) throws IOException, InterruptedException {
    Answer found = send(admin("/groups?exact=true&search=" + group).GET());
    String id = found.json().path(0).path("id").asText();
    String account = "/users/" + user.tokens().subject() + "/groups/" + id;
    Answer answer = send(admin(account).PUT(BodyPublishers.noBody()));
    if (!answer.ok()) {
      throw new IOException("Keycloak lets nobody join " + group + ": " + answer);
    }
    user.tokens().refused();
  }

  /** Every account that was made here. */
  public void removeAll() throws IOException, InterruptedException {
    for (String id : made) {
      send(admin("/users/" + id).DELETE());
      made.remove(id);
    }
  }

  /** Accounts that somebody before us made by a word and had no time to remove. */
  public void removeLeftovers(String beginning) throws IOException, InterruptedException {
    Answer found = send(admin("/users?max=100&search=" + beginning).GET());
    for (JsonNode account : found.json()) {
      if (account.path("username").asText().startsWith(beginning)) {
        send(admin("/users/" + account.path("id").asText()).DELETE());
      }
    }
  }

  /** What was made so far stays. */
  public void keep() {
    made.clear();
  }

  public HttpClient http() {
    return http;
  }

  /** A request to Keycloak's administration of the realm; the path begins below it. */
  public HttpRequest.Builder admin(String path) throws IOException, InterruptedException {
    return administration("/" + endpoints.realm() + path);
  }

  /** The same above all realms: an empty path for a new one. */
  public HttpRequest.Builder administration(String path) throws IOException, InterruptedException {
    return HttpRequest.newBuilder(URI.create(endpoints.keycloak() + "/admin/realms" + path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + administrator.access());
  }

  public Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return Answer.of(http.send(request.build(), BodyHandlers.ofByteArray()));
  }
}
