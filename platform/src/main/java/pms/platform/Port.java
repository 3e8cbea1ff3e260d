package pms.platform;

/** Every port the suite listens on, with the environment variable that changes it. */
public enum Port {
  GATEWAY("gateway", "PMS_GATEWAY_PORT", 8080),
  GATEWAY_MANAGEMENT("gateway management", "PMS_GATEWAY_MANAGEMENT_PORT", 9080),
  UPLOAD("upload", "PMS_UPLOAD_PORT", 8081),
  METADATA("metadata", "PMS_METADATA_PORT", 8082),
  PROCESSING("processing", "PMS_PROCESSING_PORT", 8083),
  SEARCH("search", "PMS_SEARCH_PORT", 8084),
  SHARING("sharing", "PMS_SHARING_PORT", 8085),
  KEYCLOAK("Keycloak", "PMS_KEYCLOAK_PORT", 8180),
  KEYCLOAK_MANAGEMENT("Keycloak management", "PMS_KEYCLOAK_MANAGEMENT_PORT", 8190),
  POSTGRES("PostgreSQL", "PMS_POSTGRES_PORT", 15432),
  KAFKA("Kafka", "PMS_KAFKA_PORT", 19092),
  KAFKA_CONTROLLER("Kafka controller", "PMS_KAFKA_CONTROLLER_PORT", 19093),
  ELASTICSEARCH("Elasticsearch", "PMS_ELASTICSEARCH_PORT", 19200),
  ELASTICSEARCH_TRANSPORT("Elasticsearch transport", "PMS_ELASTICSEARCH_TRANSPORT_PORT", 19300),
  S3("S3", "PMS_S3_PORT", 19000),
  REDIS("Redis", "PMS_REDIS_PORT", 16379);

  private final String label;
  private final String variable;
  private final int standard;

  Port(String label, String variable, int standard) {
    this.label = label;
    this.variable = variable;
    this.standard = standard;
  }

  /** What a person calls it. */
  public String label() {
    return label;
  }

  /** The environment variable that changes it. */
  public String variable() {
    return variable;
  }

  /** The port used when the variable is not set. */
  public int standard() {
    return standard;
  }
}
