package pms.platform.test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.utility.MountableFile;
import pms.platform.Endpoints;
import pms.platform.Home;
import pms.platform.Port;
import pms.platform.Ports;

/**
 * The same servers from their official images, by Testcontainers; they end with the JVM. This needs a container engine and a
 * registry to pull from, so where there is none it cannot be exercised: the images and versions are those of docker-compose.yml.
 */
final class ContainerPlatform {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static Endpoints running;

  private final Network network = Network.newNetwork();
  private final Ports ports = Ports.free();
  private final Endpoints endpoints = Endpoints.of(ports);

  private ContainerPlatform() {}

  /** Starts them once in a JVM, on ports that are free at that moment. */
  static synchronized Endpoints endpoints() {
    if (running == null) {
      ContainerPlatform platform = new ContainerPlatform();
      platform.start();
      running = platform.endpoints;
    }
    return running;
  }

  private void start() {
    GenericContainer<?> postgres = postgres();
    List<Supplier<GenericContainer<?>>> others = List.of(this::kafka, this::elasticsearch, this::s3, this::redis);
    Startables.deepStart(Stream.concat(Stream.of(postgres, keycloak(postgres)), others.stream().map(Supplier::get))).join();
  }

  private GenericContainer<?> postgres() {
    return fixed("postgres:18.6", Port.POSTGRES, 5432)
        .withNetworkAliases("postgresql")
        .withEnv("POSTGRES_PASSWORD", endpoints.databasePassword())
        .withEnv("PMS_DB_PASSWORD", endpoints.databasePassword())
        .withEnv("KEYCLOAK_DB_PASSWORD", endpoints.databasePassword())
        .withCopyFileToContainer(file("deploy/docker/postgres-init.sql"), "/docker-entrypoint-initdb.d/pms.sql")
        .waitingFor(Wait.forLogMessage(".*ready to accept connections.*\\s", 2).withStartupTimeout(PATIENCE));
  }

  private GenericContainer<?> kafka() {
    return fixed("apache/kafka:4.3.1", Port.KAFKA, 9094)
        .withEnv("KAFKA_PROCESS_ROLES", "broker,controller")
        .withEnv("KAFKA_NODE_ID", "1")
        .withEnv("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@127.0.0.1:9093")
        .withEnv("KAFKA_LISTENERS", "CONTROLLER://127.0.0.1:9093,HOST://:9094")
        .withEnv("KAFKA_ADVERTISED_LISTENERS", "HOST://" + endpoints.kafka())
        .withEnv("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "CONTROLLER:PLAINTEXT,HOST:PLAINTEXT")
        .withEnv("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER")
        .withEnv("KAFKA_INTER_BROKER_LISTENER_NAME", "HOST")
        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
        .withEnv("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1")
        .withEnv("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1")
        .withEnv("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1")
        .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
        .waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1).withStartupTimeout(PATIENCE));
  }

  private GenericContainer<?> elasticsearch() {
    return fixed("docker.elastic.co/elasticsearch/elasticsearch:8.19.21", Port.ELASTICSEARCH, 9200)
        .withEnv("discovery.type", "single-node")
        .withEnv("xpack.security.enabled", "false")
        .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m")
        .waitingFor(Wait.forHttp("/_cluster/health?wait_for_status=yellow").forPort(9200).withStartupTimeout(PATIENCE));
  }

  private GenericContainer<?> keycloak(GenericContainer<?> postgres) {
    return fixed("quay.io/keycloak/keycloak:26.7.3", Port.KEYCLOAK, 8080)
        .dependsOn(postgres)
        .withEnv("KC_DB", "postgres")
        .withEnv("KC_DB_URL", "jdbc:postgresql://postgresql:5432/keycloak")
        .withEnv("KC_DB_USERNAME", "keycloak")
        .withEnv("KC_DB_PASSWORD", endpoints.databasePassword())
        .withEnv("KC_BOOTSTRAP_ADMIN_USERNAME", endpoints.keycloakAdmin())
        .withEnv("KC_BOOTSTRAP_ADMIN_PASSWORD", endpoints.keycloakPassword())
        .withEnv("KC_HTTP_ENABLED", "true")
        .withEnv("KC_HOSTNAME", endpoints.keycloak())
        .withCopyFileToContainer(file("auth-config/realm/pms-realm.json"), "/opt/keycloak/data/import/pms-realm.json")
        .withCommand("start", "--import-realm")
        .waitingFor(Wait.forHttp("/realms/pms").forPort(8080).withStartupTimeout(PATIENCE));
  }

  private GenericContainer<?> s3() {
    return fixed("pgsty/minio:RELEASE.2026-08-04T00-00-00Z", Port.S3, 9000)
        .withEnv("MINIO_ROOT_USER", endpoints.s3AccessKey())
        .withEnv("MINIO_ROOT_PASSWORD", endpoints.s3SecretKey())
        .withCommand("server", "/data")
        .waitingFor(Wait.forHttp("/minio/health/ready").forPort(9000).withStartupTimeout(PATIENCE));
  }

  private GenericContainer<?> redis() {
    return fixed("redis:8.2", Port.REDIS, 6379)
        .waitingFor(Wait.forLogMessage(".*Ready to accept connections.*", 1).withStartupTimeout(PATIENCE));
  }

  /** On a host port known before the start, because Kafka and Keycloak must be told their own public address. */
  private GenericContainer<?> fixed(String image, Port port, int inside) {
    GenericContainer<?> container = new GenericContainer<>(image).withNetwork(network).withExposedPorts(inside);
    container.setPortBindings(List.of("127.0.0.1:" + ports.number(port) + ":" + inside));
    return container;
  }

  private static MountableFile file(String path) {
    Path file = Home.development().root().resolve(path);
    return MountableFile.forHostPath(file);
  }
}
