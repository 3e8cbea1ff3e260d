package pms.gateway.door;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where people log in: the realm as Keycloak itself names it, which browsers can reach; the address that services use may be
 * another, inside the cluster.
 */
@ApplicationScoped
public class LoginAddress {

  private final TenantConfigBean tenants;
  private final String configured;

  LoginAddress(TenantConfigBean tenants, @ConfigProperty(name = "quarkus.oidc.auth-server-url") String configured) {
    this.tenants = tenants;
    this.configured = configured;
  }

  /** Whether Keycloak has been asked, so that tokens can be checked. */
  public boolean known() {
    return tenants.getDefaultTenant().ready();
  }

  /** The realm's address, such as {@code http://localhost:8180/realms/pms}. */
  public String realm() {
    TenantConfigContext tenant = tenants.getDefaultTenant();
    return tenant.ready() && tenant.getOidcMetadata() != null ? tenant.getOidcMetadata().getIssuer() : configured;
  }

  String origin() {
    URI realm = URI.create(realm());
    return realm.getScheme() + "://" + realm.getRawAuthority();
  }
}
