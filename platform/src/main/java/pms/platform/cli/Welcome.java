package pms.platform.cli;

import java.util.ArrayList;
import java.util.List;
import pms.platform.Endpoints;
import pms.platform.Port;
import pms.platform.Site;

/** Where to go from here: addresses and development users. */
record Welcome(Site site) {

  List<String> lines(boolean withServices) {
    Endpoints at = site.endpoints();
    List<String> lines = new ArrayList<>();
    lines.add("");
    if (withServices) {
      lines.add("  PMS             http://localhost:" + site.port(Port.GATEWAY) + "   users alice/alice, bob/bob, carol/carol, admin/admin");
    }
    lines.add("  Keycloak        " + at.keycloak() + "   console user " + at.keycloakAdmin() + "/" + at.keycloakPassword());
    lines.add("  PostgreSQL      " + at.jdbc() + site.names().database("upload") + "   " + at.databaseUser() + "/" + at.databasePassword());
    lines.add("  Kafka           " + at.kafka());
    lines.add("  S3              " + at.s3() + "   " + at.s3AccessKey() + "/" + at.s3SecretKey());
    lines.add("  Elasticsearch   " + at.elasticsearch());
    lines.add("  Redis           " + at.redis());
    lines.add("");
    lines.add("  ./pms status · ./pms logs NAME · ./pms down");
    return lines;
  }
}
