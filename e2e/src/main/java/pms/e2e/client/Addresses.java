package pms.e2e.client;

import java.net.URI;
import java.util.Map;

/**
 * Where the suite answers.
 *
 * @param gateway the one door
 * @param oidc the realm: {@code http://localhost:8180/realms/pms}
 */
public record Addresses(URI gateway, URI oidc) {

  public static Addresses from(Map<String, String> environment) {
    return new Addresses(
        URI.create(environment.getOrDefault("PMS_GATEWAY_URL", "http://localhost:8080")),
        URI.create(environment.getOrDefault("PMS_OIDC_URL", "http://localhost:8180/realms/pms")));
  }

  public URI at(String path) {
    return URI.create(gateway + path);
  }

  URI token() {
    return URI.create(oidc + "/protocol/openid-connect/token");
  }
}
