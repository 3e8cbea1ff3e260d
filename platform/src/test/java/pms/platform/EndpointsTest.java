package pms.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pms.platform.namespace.Namespace;

class EndpointsTest {

  private final Endpoints local = Endpoints.of(Ports.from(Map.of()));

  @Test
  void the_environment_of_a_suite_leads_back_to_its_endpoints() {
    Map<String, String> environment = local.environment(Namespace.development());

    assertThat(Endpoints.from(environment)).contains(local);
  }

  @Test
  void a_platform_given_only_in_part_does_not_count() {
    Map<String, String> environment = new HashMap<>(local.environment(Namespace.development()));
    environment.remove("PMS_REDIS_URL");

    assertThat(Endpoints.from(environment)).isEmpty();
  }

  @Test
  void the_realm_and_keycloak_itself_are_read_off_the_oidc_address() {
    assertThat(local.keycloak()).isEqualTo("http://localhost:8180");
    assertThat(local.realm()).isEqualTo("pms");
  }

  @Test
  void secrets_do_not_appear_in_the_text_form() {
    assertThat(local.toString()).doesNotContain(local.s3SecretKey()).doesNotContain(local.databasePassword());
  }
}
