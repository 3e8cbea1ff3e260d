package pms.platform.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pms.platform.Endpoints;
import pms.platform.Ports;

class NamespaceTest {

  private static final Instant NOW = Instant.parse("2026-08-01T12:34:00Z");

  @Test
  void development_has_the_plain_names() {
    Namespace names = Namespace.development();

    assertThat(names.database("upload")).isEqualTo("pms_upload");
    assertThat(names.topic("image-uploaded")).isEqualTo("image-uploaded");
    assertThat(names.bucket()).isEqualTo("pms");
  }

  @Test
  void two_runs_of_a_modules_tests_have_nothing_in_common() {
    assertThat(Namespace.forTest("upload", NOW)).isNotEqualTo(Namespace.forTest("upload", NOW));
  }

  @Test
  void a_tests_names_fit_postgresql_and_s3_however_long_the_module_is() {
    Namespace names = Namespace.forTest("A module with a VERY long name, indeed", NOW);

    assertThat(names.database("processing")).matches("pms_t_[a-z0-9_]+_processing").hasSizeLessThan(63);
    assertThat(names.bucket()).matches("[a-z0-9-]{3,63}");
  }

  @Test
  void the_age_of_a_tests_namespace_can_be_read_off_its_bucket() {
    assertThat(Namespace.born(Namespace.forTest("upload", NOW).bucket())).contains(NOW);
    assertThat(Namespace.born("pms")).isEmpty();
    assertThat(Namespace.born("pictures-of-somebody-else")).isEmpty();
  }

  @Test
  void a_bucket_leads_back_to_its_whole_namespace() {
    Namespace names = Namespace.forTest("upload", NOW);

    assertThat(Namespace.ofBucket(names.bucket())).isEqualTo(names);
  }

  @Test
  void the_development_namespace_cannot_be_dropped() {
    Namespaces namespaces = new Namespaces(Endpoints.of(Ports.from(Map.of())));

    assertThatThrownBy(() -> namespaces.drop(Namespace.development())).isInstanceOf(IllegalArgumentException.class);
  }
}
