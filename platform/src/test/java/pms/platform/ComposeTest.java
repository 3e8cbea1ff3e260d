package pms.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import pms.contracts.Topics;

/** docker-compose.yml cannot be run where there is no engine, so it is held against what the platform starts itself. */
class ComposeTest {

  /** Compose service and what the platform calls its port. */
  private static final Map<String, Port> PORTS =
      Map.ofEntries(
          Map.entry("postgresql", Port.POSTGRES),
          Map.entry("kafka", Port.KAFKA),
          Map.entry("elasticsearch", Port.ELASTICSEARCH),
          Map.entry("keycloak", Port.KEYCLOAK),
          Map.entry("s3", Port.S3),
          Map.entry("redis", Port.REDIS),
          Map.entry("gateway", Port.GATEWAY),
          Map.entry("upload", Port.UPLOAD),
          Map.entry("metadata", Port.METADATA),
          Map.entry("processing", Port.PROCESSING),
          Map.entry("search", Port.SEARCH),
          Map.entry("sharing", Port.SHARING));

  /** Ports for the containers' own health checks and for a server with itself. */
  private static final Set<Port> INSIDE =
      Set.of(Port.GATEWAY_MANAGEMENT, Port.KEYCLOAK_MANAGEMENT, Port.KAFKA_CONTROLLER, Port.ELASTICSEARCH_TRANSPORT);

  private static final List<String> OURS = List.of("gateway", "upload", "metadata", "processing", "search", "sharing");

  private final JsonNode services = compose().path("services");

  @Test
  void the_same_servers_and_services_run_on_the_same_ports() {
    List<String> published = new ArrayList<>();
    services.properties().forEach(service -> {
      if (service.getValue().has("ports")) {
        published.add(service.getKey());
      }
    });
    assertThat(published).containsExactlyInAnyOrderElementsOf(PORTS.keySet());
    PORTS.forEach((name, port) ->
        assertThat(services.path(name).path("ports").path(0).textValue()).as(name).startsWith("127.0.0.1:" + variable(port) + ":"));
    assertThat(Stream.concat(PORTS.values().stream(), INSIDE.stream())).containsExactlyInAnyOrder(Port.values());
  }

  @Test
  void every_port_is_published_on_the_loopback_address_only() {
    services.forEach(service ->
        service.path("ports").forEach(port -> assertThat(port.textValue()).startsWith("127.0.0.1:")));
  }

  @Test
  void the_servers_have_the_versions_that_the_platform_starts() {
    assertThat(image("postgresql")).isEqualTo("postgres:" + version("postgresql.binaries.version").replaceFirst("\\.0$", ""));
    assertThat(image("kafka")).isEqualTo("apache/kafka:" + version("kafka.server.version"));
    assertThat(image("kafka-topics")).isEqualTo(image("kafka"));
    assertThat(image("elasticsearch")).endsWith("/elasticsearch:" + version("elasticsearch.server.version"));
    assertThat(image("keycloak")).endsWith("/keycloak:" + version("keycloak.version"));
    // Where tests run on containers, these are the same as well.
    String containers = text(root().resolve("platform/src/main/java/pms/platform/test/ContainerPlatform.java"));
    for (String server : List.of("kafka", "elasticsearch", "s3", "redis")) {
      assertThat(containers).as(server).contains("\"" + image(server) + "\"");
    }
    services.forEach(service -> assertThat(service.path("image").asText("pinned:1")).doesNotEndWith("latest").contains(":"));
  }

  @Test
  void every_topic_of_the_contracts_is_made_and_no_other() {
    JsonNode environment = services.at("/kafka-topics/environment");
    assertThat(words(environment.path("TOPICS")))
        .containsExactlyInAnyOrderElementsOf(Topics.ALL.stream().map(topic -> topic.name()).toList());
    assertThat(words(environment.path("PARKED")))
        .containsExactlyInAnyOrderElementsOf(Topics.CONSUMERS.stream().map(Topics::parked).toList());
    assertThat(environment.path("PARTITIONS").intValue()).isEqualTo(Topics.PARTITIONS);
  }

  @Test
  void keycloak_imports_the_realm_that_every_service_asks() {
    String mount = services.at("/keycloak/volumes/0").textValue();
    String file = between(mount, ":-", "}");
    assertThat(root().resolve(file)).isRegularFile();
    JsonNode realm = json(root().resolve(file));
    for (String service : OURS) {
      assertThat(services.path(service).at("/environment/PMS_OIDC_URL").textValue())
          .endsWith("/realms/" + realm.path("realm").textValue());
    }
  }

  @Test
  void every_service_is_a_module_and_is_told_where_its_servers_are() {
    for (String service : OURS) {
      JsonNode build = services.path(service).path("build");
      assertThat(root().resolve(build.at("/args/SERVICE").textValue()).resolve("pom.xml")).isRegularFile();
      assertThat(root().resolve(build.path("dockerfile").textValue())).isRegularFile();
      int port = PORTS.get(service).standard();
      assertThat(build.at("/args/PORT").intValue()).isEqualTo(port);
      assertThat(services.path(service).at("/ports/0").textValue()).endsWith(":" + port);
      for (String other : OURS) {
        JsonNode address = services.path(service).path("environment").path("PMS_" + other.toUpperCase() + "_URL");
        assertThat(address.textValue()).matches(".*:" + PORTS.get(other).standard() + "}?");
      }
    }
  }

  @Test
  void the_gateway_is_asked_for_its_health_behind_the_door() {
    assertThat(services.at("/gateway/build/args/HEALTH_PORT").intValue()).isEqualTo(Port.GATEWAY_MANAGEMENT.standard());
  }

  @Test
  void every_database_a_service_opens_is_made_at_first_start() throws IOException {
    String sql = Files.readString(root().resolve("deploy/docker/postgres-init.sql"));
    Stream.of("UPLOAD", "METADATA", "PROCESSING", "SHARING").forEach(service -> {
      String address = services.path("upload").path("environment").path("PMS_" + service + "_DB").textValue();
      assertThat(address).startsWith("jdbc:postgresql://postgresql:5432/");
      assertThat(sql).contains("CREATE DATABASE " + address.substring(address.lastIndexOf('/') + 1) + " OWNER pms;");
    });
    assertThat(sql).contains("CREATE DATABASE keycloak OWNER keycloak;").doesNotContainPattern("PASSWORD '");
  }

  @Test
  void no_password_stands_in_the_file_but_as_a_default_for_development() {
    services.properties().forEach(service -> service.getValue().path("environment").properties().forEach(variable -> {
      if (variable.getKey().matches(".*(PASSWORD|SECRET).*") && !variable.getValue().isNull()) {
        assertThat(variable.getValue().asText())
            .as(variable.getKey())
            .matches("\\$\\{PMS_\\w+:-\\w+-development(-secret)?}");
      }
    }));
  }

  @Test
  void what_lets_others_in_and_sends_mails_is_taken_from_the_environment() {
    for (String variable : List.of("PMS_TRUSTED_PROXIES", "PMS_CORS_ORIGINS", "PMS_SMTP_HOST", "PMS_SMTP_PASSWORD", "PMS_MAIL_FROM")) {
      assertThat(services.at("/gateway/environment").path(variable).isNull()).as(variable).isTrue();
      assertThat(services.at("/sharing/environment").path(variable).isNull()).as(variable).isTrue();
    }
  }

  @Test
  void our_containers_run_without_rights_on_a_read_only_file_system() throws IOException {
    for (String service : OURS) {
      assertThat(services.path(service).path("read_only").booleanValue()).isTrue();
      assertThat(services.path(service).at("/cap_drop/0").textValue()).isEqualTo("ALL");
    }
    assertThat(Files.readString(root().resolve("deploy/docker/Dockerfile"))).contains("\nUSER 10001\n");
  }

  @Test
  void whoever_is_waited_for_as_healthy_says_when_it_is() {
    services.forEach(service -> service.path("depends_on").properties().forEach(needed -> {
      if ("service_healthy".equals(needed.getValue().path("condition").textValue())) {
        assertThat(services.path(needed.getKey()).has("healthcheck")).as(needed.getKey()).isTrue();
      }
    }));
  }

  /** The folder of the repository, from wherever the test is started. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docker-compose.yml"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** {@code ${PMS_KAFKA_PORT:-19092}}. */
  private static String variable(Port port) {
    return "${" + port.variable() + ":-" + port.standard() + "}";
  }

  private String image(String service) {
    return services.path(service).path("image").textValue();
  }

  private static JsonNode compose() {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    return new ObjectMapper().valueToTree(yaml.load(text(root().resolve("docker-compose.yml"))));
  }

  private static JsonNode json(Path file) {
    try {
      return new ObjectMapper().readTree(text(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String version(String property) {
    Matcher value = Pattern.compile("<" + property + ">([^<]+)<").matcher(text(root().resolve("pom.xml")));
    assertThat(value.find()).as(property).isTrue();
    return value.group(1);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> words(JsonNode text) {
    return List.of(text.textValue().strip().split("\\s+"));
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
