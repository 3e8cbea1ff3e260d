package pms.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The two realms of auth-config: what every token needs is in both, what is for development is in one. */
class RealmTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode development = realm("pms-realm.json");
  private final ObjectNode production = realm("pms-realm-production.json");

  @Test
  void the_realms_differ_only_in_what_is_for_development() {
    for (String field : List.of("users", "groups", "sslRequired", "passwordPolicy")) {
      development.remove(field);
      production.remove(field);
    }
    without(development, "clients", "clientId", "pms-cli");
    without(development, "scopeMappings", "client", "pms-cli");
    without(production, "clients", "clientId", "admin-cli");
    for (ObjectNode realm : List.of(development, production)) {
      ((ObjectNode) client(realm, "pms-web")).remove(List.of("redirectUris", "webOrigins"));
    }
    assertThat(production).isEqualTo(development);
  }

  @Test
  void production_has_no_known_user_no_password_grant_and_asks_for_tls() {
    assertThat(production.has("users")).isFalse();
    assertThat(production.path("groups")).isEmpty();
    assertThat(texts(production.path("clients"), "clientId")).containsExactlyInAnyOrder("pms-web", "admin-cli");
    assertThat(production.path("clients"))
        .allSatisfy(client -> assertThat(client.path("directAccessGrantsEnabled").booleanValue()).isFalse());
    assertThat(client(production, "admin-cli").path("enabled").booleanValue()).isFalse();
    assertThat(production.path("sslRequired").textValue()).isEqualTo("external");
    assertThat(production.path("passwordPolicy").textValue()).contains("length(12)");
  }

  @Test
  void production_redirects_only_to_the_address_in_its_environment() {
    JsonNode web = client(production, "pms-web");
    assertThat(texts(web.path("redirectUris"))).containsExactly("${PMS_GATEWAY_URL}/*");
    assertThat(texts(web.path("webOrigins"))).containsExactly("${PMS_GATEWAY_URL}");
  }

  @Test
  void the_browser_client_is_public_and_uses_code_flow_with_pkce_only() {
    JsonNode web = client(development, "pms-web");
    assertThat(web.path("publicClient").booleanValue()).isTrue();
    assertThat(web.path("standardFlowEnabled").booleanValue()).isTrue();
    assertThat(web.path("implicitFlowEnabled").booleanValue()).isFalse();
    assertThat(web.path("directAccessGrantsEnabled").booleanValue()).isFalse();
    assertThat(web.at("/attributes/pkce.code.challenge.method").textValue()).isEqualTo("S256");
    assertThat(texts(web.path("redirectUris"))).contains("http://localhost:8080/*").doesNotContain("*");
  }

  @Test
  void every_client_of_ours_gives_tokens_with_our_audience_groups_and_quota_and_no_foreign_roles() {
    for (String id : List.of("pms-cli", "pms-web")) {
      JsonNode client = client(development, id);
      assertThat(client.path("fullScopeAllowed").booleanValue()).isFalse();
      assertThat(client.path("protocolMappers")).isEqualTo(client(development, "pms-web").path("protocolMappers"));
      assertThat(mapper(client, "audience").path("included.custom.audience").textValue()).isEqualTo("pms");
      assertThat(mapper(client, "groups").path("full.path").textValue()).isEqualTo("false");
      assertThat(mapper(client, "quota").path("jsonType.label").textValue()).isEqualTo("long");
    }
    assertThat(texts(development.path("scopeMappings"), "client")).containsExactly("pms-cli", "pms-web");
    assertThat(development.path("scopeMappings"))
        .allSatisfy(mapping -> assertThat(texts(mapping.path("roles"))).containsExactly("user", "admin"));
  }

  @Test
  void a_quota_is_a_number_that_only_an_administrator_may_set() throws IOException {
    String profile =
        development.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
            .textValue();
    JsonNode quota = named(JSON.readTree(profile).path("attributes"), "name", "quota");
    assertThat(texts(quota.at("/permissions/edit"))).containsExactly("admin");
    assertThat(quota.at("/validations/integer/min").intValue()).isZero();
  }

  @Test
  void development_users_are_complete_so_that_the_password_grant_takes_them() {
    assertThat(texts(development.path("users"), "username")).containsExactly("alice", "bob", "carol", "admin");
    assertThat(development.path("users")).allSatisfy(user -> {
      assertThat(user.path("emailVerified").booleanValue()).isTrue();
      assertThat(List.of("id", "firstName", "lastName", "email")).allMatch(user::hasNonNull);
      assertThat(texts(user.path("realmRoles"))).contains("user");
    });
    assertThat(texts(named(development.path("users"), "username", "admin").path("realmRoles"))).contains("admin");
    assertThat(texts(named(development.path("users"), "username", "alice").path("groups"))).containsExactly("/family");
    assertThat(texts(named(development.path("users"), "username", "bob").path("groups"))).containsExactly("/family");
  }

  @Test
  void guessing_passwords_is_slowed_down_and_tokens_are_short_lived() {
    assertThat(development.path("bruteForceProtected").booleanValue()).isTrue();
    assertThat(development.path("accessTokenLifespan").intValue()).isEqualTo(300);
    assertThat(development.path("revokeRefreshToken").booleanValue()).isTrue();
  }

  private static ObjectNode realm(String name) {
    try {
      return (ObjectNode) JSON.readTree(Files.readString(ComposeTest.root().resolve(Path.of("auth-config", "realm", name))));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode client(JsonNode realm, String id) {
    return named(realm.path("clients"), "clientId", id);
  }

  private static JsonNode mapper(JsonNode client, String name) {
    return named(client.path("protocolMappers"), "name", name).path("config");
  }

  private static JsonNode named(JsonNode array, String field, String value) {
    return StreamSupport.stream(array.spliterator(), false)
        .filter(node -> value.equals(node.path(field).textValue()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing with " + field + " = " + value));
  }

  private static void without(ObjectNode realm, String array, String field, String value) {
    for (Iterator<JsonNode> nodes = ((ArrayNode) realm.path(array)).iterator(); nodes.hasNext(); ) {
      if (value.equals(nodes.next().path(field).textValue())) {
        nodes.remove();
      }
    }
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::textValue).toList();
  }

  private static List<String> texts(JsonNode array, String field) {
    return StreamSupport.stream(array.spliterator(), false).map(node -> node.path(field).textValue()).toList();
  }
}
