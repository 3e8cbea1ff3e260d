package pms.e2e.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.Result;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import pms.contracts.ObjectKeys;
import pms.contracts.Topics;
import pms.e2e.client.Answer;
import pms.platform.Endpoints;
import pms.platform.Http;
import pms.platform.namespace.Namespace;

/** What really lies in the stores, read behind the suite's back. */
public final class Truth {
  private final Endpoints endpoints;
  private final Namespace names;
  private final MinioClient s3;

  public Truth(Suite suite) {
    this.endpoints = suite.endpoints();
    this.names = suite.names();
    this.s3 = MinioClient.builder()
        .endpoint(endpoints.s3())
        .credentials(endpoints.s3AccessKey(), endpoints.s3SecretKey())
        .build();
  }

  /** Keys of everything an owner has in the bucket, and of whatever lies outside the two places we know of. */
  public List<String> objects(String owner) throws MinioException {
    List<String> found = new ArrayList<>();
    for (String place : places()) {
      boolean known = place.equals(ObjectKeys.ORIGINALS) || place.equals(ObjectKeys.RENDITIONS);
      found.addAll(keys(known ? place + owner + "/" : place, true));
    }
    return found;
  }

  /** The same for one image of theirs. */
  public List<String> objects(String owner, String imageId) throws MinioException {
    return objects(owner).stream().filter(key -> key.contains(imageId)).toList();
  }

  private List<String> places() throws MinioException {
    return keys("", false);
  }

  private List<String> keys(String prefix, boolean recursive) throws MinioException {
    List<String> keys = new ArrayList<>();
    ListObjectsArgs everything =
        ListObjectsArgs.builder().bucket(names.bucket()).prefix(prefix).recursive(recursive).build();
    for (Result<Item> item : s3.listObjects(everything)) {
      keys.add(item.get().objectName());
    }
    return keys;
  }

  /** Rows, in any table of any service's database, in which a word stands anywhere: {@code upload.image: 1}. */
  public List<String> rows(String word) throws SQLException {
    List<String> found = new ArrayList<>();
    for (String service : Namespace.SERVICES_WITH_DATABASE) {
      try (Connection connection = DriverManager.getConnection(
          endpoints.jdbc(names, service), endpoints.databaseUser(), endpoints.databasePassword())) {
        for (String table : tables(connection)) {
          int count = count(connection, table, word);
          if (count > 0) found.add(service + "." + table + ": " + count);
        }
      }
    }
    return found;
  }

  /** Documents in the search index in whose source a word stands. */
  public List<JsonNode> documents(String word) throws Exception {
    Http.post(endpoints.elasticsearch() + "/" + names.indices() + "*/_refresh", "");
    String answer = Http.post(
            endpoints.elasticsearch() + "/" + names.indices() + "*/_search?ignore_unavailable=true",
            "{\"size\":10000}",
            "Content-Type",
            "application/json")
        .body();
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode hit : Answer.JSON.readTree(answer).path("hits").path("hits")) {
      if (hit.toString().contains(word)) found.add(hit);
    }
    return found;
  }

  /** Every record about an image, in the order of the topics' list. */
  public List<ConsumerRecord<String, byte[]>> events(String imageId) {
    return allEvents().stream().filter(record -> imageId.equals(record.key())).toList();
  }

  /** Partitions of each member of a service's consumer group. */
  public List<Integer> shares(String service) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", endpoints.kafka()))) {
      String group = names.topic(service + "-service");
      return admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
          .map(member -> member.assignment().topicPartitions().size())
          .toList();
    }
  }

  /** How many events of each type an owner's images have: {@code pms.ImageUploaded → 200}. */
  public Map<String, Integer> eventTypes(Set<String> imageIds) {
    Map<String, Integer> counts = new HashMap<>();
    allEvents().stream()
        .filter(record -> imageIds.contains(record.key()))
        .forEach(record -> counts.merge(header(record, "ce_type"), 1, Integer::sum));
    return counts;
  }

  public static String header(ConsumerRecord<String, byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null
        ? null
        : new String(header.value(), java.nio.charset.StandardCharsets.UTF_8);
  }

  private List<ConsumerRecord<String, byte[]>> allEvents() {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", endpoints.kafka());
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = Topics.ALL.stream()
          .flatMap(topic -> consumer.partitionsFor(names.topic(topic.name())).stream())
          .map(info -> new TopicPartition(info.topic(), info.partition()))
          .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records;
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows = connection
        .createStatement()
        .executeQuery(
            "select tablename from pg_tables where schemaname = 'public' and tablename not like"
                + " 'flyway%'")) {
      while (rows.next()) tables.add(rows.getString(1));
    }
    return tables;
  }

  private static int count(Connection connection, String table, String word) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(
        "select count(*) from \"" + table + "\" as t where strpos(t::text, ?) > 0")) {
      statement.setString(1, word);
      ResultSet rows = statement.executeQuery();
      rows.next();
      return rows.getInt(1);
    }
  }
}
