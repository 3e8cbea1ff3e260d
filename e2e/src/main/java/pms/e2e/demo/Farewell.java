package pms.e2e.demo;

import java.util.List;
import pms.e2e.client.Addresses;

/** Where to look next. */
final class Farewell {
  private Farewell() {}

  static List<String> lines(Addresses addresses) {
    String oidc = addresses.oidc().toString();
    return List.of(
        "",
        "Look and try    " + addresses.gateway()
            + "/            front page: state of the suite, and the API to log into and try",
        "API description " + addresses.gateway() + "/api/openapi",
        "Log-in server   " + oidc.substring(0, oidc.indexOf("/realms/"))
            + "           Keycloak; realm pms",
        "Users           alice/alice and bob/bob (group family), carol/carol, admin/admin: for"
            + " development only",
        "");
  }
}
