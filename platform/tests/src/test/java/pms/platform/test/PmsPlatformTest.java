package pms.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.minio.BucketExistsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.contracts.Topics;
import pms.platform.Endpoints;
import pms.platform.Http;
import pms.platform.namespace.Namespace;
import pms.platform.namespace.Namespaces;

/** What a module's tests get: all six servers, and names of their own on them. */
class PmsPlatformTest {

  private final PmsPlatform platform = new PmsPlatform();
  private Map<String, String> variables;
  private Endpoints endpoints;
  private Namespace names;

  @BeforeEach
  void start() {
    variables = platform.start();
    endpoints = PmsPlatform.endpoints();
    names = PmsPlatform.names();
  }

  @AfterEach
  void stop() {
    platform.stop();
  }

  @Test
  void every_service_has_a_database_it_may_do_anything_in() throws Exception {
    for (String service : Namespace.SERVICES_WITH_DATABASE) {
      try (Connection connection = connect(service);
          var statement = connection.createStatement()) {
        statement.execute("CREATE EXTENSION pg_trgm");
        statement.execute("CREATE TABLE t (id uuid DEFAULT uuidv7() PRIMARY KEY)");
      }
    }
  }

  @Test
  void the_role_of_our_services_is_not_a_superuser() throws Exception {
    try (Connection connection = connect("upload");
        ResultSet row = connection.createStatement().executeQuery("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getBoolean(1)).isFalse();
    }
  }

  @Test
  void topics_are_compacted_and_parked_events_are_never_thrown_away() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", endpoints.kafka()))) {
      assertThat(setting(admin, names.topic("image-uploaded"), "cleanup.policy")).isEqualTo("compact");
      assertThat(setting(admin, names.topic("image-uploaded"), "max.compaction.lag.ms")).isEqualTo("3600000");
      assertThat(setting(admin, names.topic(Topics.parked("search")), "retention.ms")).isEqualTo("-1");
      String topic = names.topic("image-uploaded");
      assertThat(admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions()).hasSize(Topics.PARTITIONS);
    }
  }

  @Test
  void the_bucket_is_there_and_only_the_right_secret_opens_it() throws Exception {
    try (MinioClient right = s3(endpoints.s3SecretKey());
        MinioClient wrong = s3("wrong")) {
      var question = BucketExistsArgs.builder().bucket(names.bucket()).build();
      assertThat(right.bucketExists(question)).isTrue();
      assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> wrong.bucketExists(question))).isNotNull();
    }
  }

  @Test
  void development_users_have_tokens_with_roles_groups_and_their_fixed_id() throws IOException {
    JsonNode alice = claims(Tokens.of("alice"));

    assertThat(alice.path("iss").asText()).isEqualTo(endpoints.oidc());
    assertThat(alice.path("realm_access").path("roles").valueStream().map(JsonNode::asText)).contains("user");
    assertThat(alice.path("groups").valueStream().map(JsonNode::asText)).contains("family");
    assertThat(Tokens.of("alice")).isEqualTo(Tokens.of("alice"));
  }

  @Test
  void a_fresh_user_has_the_id_groups_and_roles_it_was_made_with() throws IOException {
    TestUser user = TestUsers.create("family", "friends");
    JsonNode claims = claims(user.token());

    assertThat(claims.path("sub").asText()).isEqualTo(user.id());
    assertThat(claims.path("groups").valueStream().map(JsonNode::asText)).containsExactlyInAnyOrder("family", "friends");
    assertThat(claims(TestUsers.createAdmin().token()).path("realm_access").path("roles").valueStream().map(JsonNode::asText))
        .contains("admin");
  }

  @Test
  void at_the_end_nothing_with_these_names_is_left() throws Exception {
    try (MinioClient s3 = s3(endpoints.s3SecretKey())) {
      s3.putObject(PutObjectArgs.builder().bucket(names.bucket()).object("a/b").stream(new ByteArrayInputStream(new byte[3]), 3L, -1L).build());
    }
    Http.put(endpoints.elasticsearch() + "/" + names.indices() + "images", "");

    platform.stop();

    assertThat(Http.status(endpoints.elasticsearch() + "/" + names.indices() + "images")).hasValue(404);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", endpoints.kafka()));
        MinioClient s3 = s3(endpoints.s3SecretKey())) {
      assertThat(admin.listTopics().names().get()).noneMatch(name -> name.startsWith(names.topics()));
      assertThat(s3.bucketExists(BucketExistsArgs.builder().bucket(names.bucket()).build())).isFalse();
    }
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> connect("upload"))).hasMessageContaining("does not exist");
  }

  @Test
  void a_namespace_can_be_made_twice() {
    new Namespaces(endpoints).create(names);
  }

  @Test
  void the_variables_are_the_ones_our_services_read() {
    assertThat(variables.keySet())
        .containsAll(
            Set.of(
                "PMS_UPLOAD_DB", "PMS_METADATA_DB", "PMS_PROCESSING_DB", "PMS_SHARING_DB", "PMS_DB_USER", "PMS_DB_PASSWORD",
                "PMS_KAFKA", "PMS_TOPIC_PREFIX", "PMS_S3_URL", "PMS_S3_BUCKET", "PMS_S3_ACCESS_KEY", "PMS_S3_SECRET_KEY",
                "PMS_ELASTICSEARCH_URL", "PMS_INDEX_PREFIX", "PMS_REDIS_URL", "PMS_OIDC_URL"));
  }

  private Connection connect(String service) throws Exception {
    return DriverManager.getConnection(endpoints.jdbc(names, service), endpoints.databaseUser(), endpoints.databasePassword());
  }

  private MinioClient s3(String secret) {
    return MinioClient.builder().endpoint(endpoints.s3()).credentials(endpoints.s3AccessKey(), secret).region("us-east-1").build();
  }

  private static String setting(Admin admin, String topic, String name) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return new HashMap<>(admin.describeConfigs(List.of(resource)).all().get()).get(resource).get(name).value();
  }

  private static JsonNode claims(String token) throws IOException {
    return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
  }
}
