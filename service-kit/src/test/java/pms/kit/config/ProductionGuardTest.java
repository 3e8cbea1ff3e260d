package pms.kit.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionGuardTest {

  @ParameterizedTest
  @ValueSource(strings = {"quarkus.datasource.password", "pms.s3.secret-key"})
  void a_development_secret_refuses_to_start_in_production(String secret) {
    assertThatThrownBy(() -> start(Map.of(secret, "pms-development")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(secret);
  }

  @ParameterizedTest
  @ValueSource(strings = {"quarkus.datasource.password", "pms.s3.secret-key"})
  void a_development_secret_is_fine_in_development(String secret) {
    assertThatCode(() -> start(Map.of(secret, "pms-development", "pms.environment", "development")))
        .doesNotThrowAnyException();
  }

  @Test
  void a_secret_of_ones_own_is_fine_in_production() {
    assertThatCode(() -> start(Map.of("quarkus.datasource.password", "9aF2", "pms.s3.secret-key", "c0ffee")))
        .doesNotThrowAnyException();
  }

  private static void start(Map<String, String> settings) {
    Config config =
        new SmallRyeConfigBuilder().withSources(new PropertiesConfigSource(settings, "test", 100)).build();
    new ProductionGuard(config).check(new StartupEvent());
  }
}
