package pms.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import pms.e2e.client.Answer;

/**
 * Where tokens come from: one client of one realm, for users whose password is their name.
 *
 * @param realm its address
 */
record TokenDesk(HttpClient http, URI realm, String client) {

  /** A client whose tokens live for five seconds, with what our services want in them. */
  static String briefClient(String name) {
    return """
        {"clientId":"%s","publicClient":true,"directAccessGrantsEnabled":true,"standardFlowEnabled":false,"attributes":{"access.token.lifespan":"5"},"protocolMappers":[
        {"name":"audience","protocol":"openid-connect","protocolMapper":"oidc-audience-mapper","config":{"included.custom.audience":"pms","access.token.claim":"true"}},
        {"name":"groups","protocol":"openid-connect","protocolMapper":"oidc-group-membership-mapper","config":{"claim.name":"groups","full.path":"false","access.token.claim":"true"}}]}\
        """.formatted(name);
  }

  Held login(String user) throws Exception {
    Answer answer = ask("grant_type=password&username=" + user + "&password=" + user);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return Held.of(answer.json());
  }

  Answer refresh(Held held) throws Exception {
    return ask("grant_type=refresh_token&refresh_token=" + held.refresh());
  }

  private Answer ask(String form) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .timeout(Duration.ofSeconds(30))
        .POST(BodyPublishers.ofString(form + "&client_id=" + client))
        .build();
    var response = http.send(request, BodyHandlers.ofByteArray());
    return new Answer(response.statusCode(), response);
  }

  /** What somebody was given. */
  record Held(String access, String refresh) {

    static Held of(JsonNode answer) {
      return new Held(answer.path("access_token").asText(), answer.path("refresh_token").asText());
    }

    String authorization() {
      return "Bearer " + access;
    }
  }
}
