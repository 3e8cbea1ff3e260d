package pms.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pms.platform.namespace.Namespace;

/**
 * Where the six servers answer, and the secrets for them. The names of {@link #environment} are the ones our services read.
 *
 * @param jdbc ends in a slash; a database's name follows
 * @param oidc the realm's address: {@code http://localhost:8180/realms/pms}
 */
public record Endpoints(
    String jdbc,
    String databaseUser,
    String databasePassword,
    String kafka,
    String s3,
    String s3AccessKey,
    String s3SecretKey,
    String elasticsearch,
    String redis,
    String oidc,
    String keycloakAdmin,
    String keycloakPassword) {

  /** What has to be in the environment for it to count as a platform given from outside. */
  private static final Set<String> OUTSIDE =
      Set.of("PMS_UPLOAD_DB", "PMS_KAFKA", "PMS_S3_URL", "PMS_ELASTICSEARCH_URL", "PMS_REDIS_URL", "PMS_OIDC_URL");

  /** Of local processes on these ports, with the development secrets. */
  public static Endpoints of(Ports ports) {
    return new Endpoints(
        "jdbc:postgresql://127.0.0.1:" + ports.number(Port.POSTGRES) + "/",
        "pms",
        "pms-development",
        "127.0.0.1:" + ports.number(Port.KAFKA),
        "http://127.0.0.1:" + ports.number(Port.S3),
        "pms-development",
        "pms-development-secret",
        "http://127.0.0.1:" + ports.number(Port.ELASTICSEARCH),
        "redis://127.0.0.1:" + ports.number(Port.REDIS),
        "http://localhost:" + ports.number(Port.KEYCLOAK) + "/realms/pms",
        "keycloak-admin",
        "pms-development");
  }

  /** Empty unless every server's address is given. */
  public static Optional<Endpoints> from(Map<String, String> environment) {
    if (!environment.keySet().containsAll(OUTSIDE)) {
      return Optional.empty();
    }
    Endpoints standard = of(Ports.from(Map.of()));
    String database = environment.get("PMS_UPLOAD_DB");
    return Optional.of(
        new Endpoints(
            database.substring(0, database.lastIndexOf('/') + 1),
            environment.getOrDefault("PMS_DB_USER", standard.databaseUser),
            environment.getOrDefault("PMS_DB_PASSWORD", standard.databasePassword),
            environment.get("PMS_KAFKA"),
            environment.get("PMS_S3_URL"),
            environment.getOrDefault("PMS_S3_ACCESS_KEY", standard.s3AccessKey),
            environment.getOrDefault("PMS_S3_SECRET_KEY", standard.s3SecretKey),
            environment.get("PMS_ELASTICSEARCH_URL"),
            environment.get("PMS_REDIS_URL"),
            environment.get("PMS_OIDC_URL"),
            environment.getOrDefault("PMS_KEYCLOAK_ADMIN", standard.keycloakAdmin),
            environment.getOrDefault("PMS_KEYCLOAK_ADMIN_PASSWORD", standard.keycloakPassword)));
  }

  /** The variables (or config properties) that make one of our services use these servers in this namespace. */
  public Map<String, String> environment(Namespace names) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String service : Namespace.SERVICES_WITH_DATABASE) {
      variables.put("PMS_" + service.toUpperCase() + "_DB", jdbc(names, service));
    }
    variables.put("PMS_DB_USER", databaseUser);
    variables.put("PMS_DB_PASSWORD", databasePassword);
    variables.put("PMS_KAFKA", kafka);
    variables.put("PMS_TOPIC_PREFIX", names.topics());
    variables.put("PMS_S3_URL", s3);
    variables.put("PMS_S3_BUCKET", names.bucket());
    variables.put("PMS_S3_ACCESS_KEY", s3AccessKey);
    variables.put("PMS_S3_SECRET_KEY", s3SecretKey);
    variables.put("PMS_ELASTICSEARCH_URL", elasticsearch);
    variables.put("PMS_INDEX_PREFIX", names.indices());
    variables.put("PMS_REDIS_URL", redis);
    variables.put("PMS_OIDC_URL", oidc);
    variables.put("PMS_KEYCLOAK_ADMIN", keycloakAdmin);
    variables.put("PMS_KEYCLOAK_ADMIN_PASSWORD", keycloakPassword);
    return variables;
  }

  /** JDBC address of a service's database. */
  public String jdbc(Namespace names, String service) {
    return jdbc + names.database(service);
  }

  /** Keycloak's own address, without the realm. */
  public String keycloak() {
    return oidc.substring(0, oidc.indexOf("/realms/"));
  }

  /** Name of the realm: the last part of its address. */
  public String realm() {
    return oidc.substring(oidc.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return "Endpoints[" + jdbc + ", " + kafka + ", " + s3 + ", " + elasticsearch + ", " + redis + ", " + oidc + "]";
  }
}
