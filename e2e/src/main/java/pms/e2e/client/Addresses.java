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
        address(environment, "PMS_GATEWAY_URL", "PMS_GATEWAY_PORT", "8080", ""),
        address(environment, "PMS_OIDC_URL", "PMS_KEYCLOAK_PORT", "8180", "/realms/pms"));
  }

  private static URI address(Map<String, String> environment, String url, String port, String usual, String path) {
    String local = "http://localhost:" + environment.getOrDefault(port, usual) + path;
    return URI.create(environment.getOrDefault(url, local));
  }

  public URI at(String path) {
    return URI.create(gateway + path);
  }

  URI token() {
    return URI.create(oidc + "/protocol/openid-connect/token");
  }
}
