package pms.gateway.status;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * The one thing the door cannot do without: keys to check tokens with. Once it has them, Keycloak may be away; and the services
 * behind may be, a door stays open.
 */
@Readiness
@ApplicationScoped
class TokenKeysHealthCheck implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(TokenKeysHealthCheck.class);

  private final TenantConfigBean tenants;

  TokenKeysHealthCheck(TenantConfigBean tenants) {
    this.tenants = tenants;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("token keys").status(ready()).build();
  }

  /** Asks Keycloak again if it was away when we started; Quarkus itself would only do so for a request. */
  private boolean ready() {
    TenantConfigContext tenant = tenants.getDefaultTenant();
    if (tenant.ready()) {
      return true;
    }
    try {
      return tenant.initialize().await().atMost(Duration.ofSeconds(5)).ready();
    } catch (RuntimeException e) {
      LOG.warnf("Keycloak has not told its keys yet: %s", e);
      return false;
    }
  }
}
