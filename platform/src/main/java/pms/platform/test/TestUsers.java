package pms.platform.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.UUID;
import pms.platform.Endpoints;
import pms.platform.Http;
import pms.platform.PlatformException;

/** Makes users that nobody else has pictures of, through Keycloak's admin API. */
public final class TestUsers {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The realm gives it to every new account. */
  private static final String EVERYBODYS = "user";

  private TestUsers() {}

  /** A user with the realm role {@code user}, in these groups, which are made if there are none of that name. */
  public static TestUser create(String... groups) {
    return createWithRole(EVERYBODYS, groups);
  }

  /** The same with the realm role {@code admin} as well. */
  public static TestUser createAdmin(String... groups) {
    return createWithRole("admin", groups);
  }

  /** A user with one more realm role than every user has. */
  public static TestUser createWithRole(String role, String... groups) {
    return new Session(PmsPlatform.endpoints()).create(role, groups);
  }

  private static final class Session {

    private final String admin;
    private final String[] headers;

    Session(Endpoints endpoints) {
      String master = endpoints.keycloak() + "/realms/master";
      String token = Tokens.of(master, endpoints.keycloakAdmin(), endpoints.keycloakPassword(), "admin-cli");
      this.admin = endpoints.keycloak() + "/admin/realms/" + endpoints.realm();
      this.headers = new String[] {"Authorization", "Bearer " + token, "Content-Type", "application/json"};
    }

    TestUser create(String role, String... groups) {
      Arrays.stream(groups).forEach(this::ensureGroup);
      String name = "test-" + UUID.randomUUID().toString().substring(0, 13);
      String location = post("/users", user(name, groups)).headers().firstValue("Location").orElseThrow();
      String id = location.substring(location.lastIndexOf('/') + 1);
      if (!role.equals(EVERYBODYS)) {
        JsonNode found = read(checked(Http.get(admin + "/roles/" + role, headers)));
        post("/users/" + id + "/role-mappings/realm", JSON.createArrayNode().add(found));
      }
      return new TestUser(id, name, name);
    }

    private static ObjectNode user(String name, String... groups) {
      ObjectNode user = JSON.createObjectNode().put("username", name).put("enabled", true).put("emailVerified", true);
      user.put("firstName", "Test").put("lastName", "User").put("email", name + "@pms.example");
      user.putArray("credentials").addObject().put("type", "password").put("value", name).put("temporary", false);
      ArrayNode paths = user.putArray("groups");
      Arrays.stream(groups).map(group -> "/" + group).forEach(paths::add);
      return user;
    }

    private void ensureGroup(String name) {
      HttpResponse<String> answer = Http.post(admin + "/groups", JSON.createObjectNode().put("name", name).toString(), headers);
      if (answer.statusCode() != 409) {
        checked(answer);
      }
    }

    private HttpResponse<String> post(String path, JsonNode body) {
      return checked(Http.post(admin + path, body.toString(), headers));
    }

    private static HttpResponse<String> checked(HttpResponse<String> answer) {
      if (answer.statusCode() / 100 != 2) {
        throw new PlatformException(answer.uri() + " answered " + answer.statusCode() + " " + answer.body());
      }
      return answer;
    }

    private static JsonNode read(HttpResponse<String> answer) {
      try {
        return JSON.readTree(answer.body());
      } catch (IOException e) {
        throw new PlatformException("Keycloak answered " + answer.body(), e);
      }
    }
  }
}
