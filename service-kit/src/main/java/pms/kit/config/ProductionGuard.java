package pms.kit.config;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * Refuses to start in production with a secret that stands in this repository. Production is what runs unless {@code
 * PMS_ENVIRONMENT=development} says otherwise.
 */
@ApplicationScoped
class ProductionGuard {

  static final List<String> SECRETS = List.of("quarkus.datasource.password", "pms.s3.secret-key", "pms.internal.secret");
  static final String DEVELOPMENT_MARK = "development";

  private final Config config;

  ProductionGuard(Config config) {
    this.config = config;
  }

  void check(@Observes @Priority(1) StartupEvent starting) {
    String environment = config.getOptionalValue("pms.environment", String.class).orElse("production");
    if (environment.equals("development")) {
      return;
    }
    for (String name : SECRETS) {
      if (config.getOptionalValue(name, String.class).orElse("").contains(DEVELOPMENT_MARK)) {
        throw new IllegalStateException(
            name + " is a development secret: set it in the environment, or set PMS_ENVIRONMENT=development");
      }
    }
  }
}
