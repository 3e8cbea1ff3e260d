package pms.search.index;

import co.elastic.clients.json.JsonData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Settings and mapping, as they stand in {@code images.json}, with what is not known before an index is made. */
final class IndexDefinition {

  static final String COMPLETE = "complete";
  static final String FINGERPRINT = "definition";

  private static final String RESOURCE = "/pms/search/images.json";
  private static final String REFRESH = "refresh_interval";
  private static final byte[] BYTES = read();

  private final ObjectNode definition;

  IndexDefinition() {
    definition = tree();
    definition.withObject("/mappings/_meta").put(COMPLETE, false).put(FINGERPRINT, fingerprint());
  }

  IndexDefinition shards(int shards) {
    settings().put("number_of_shards", shards);
    return this;
  }

  IndexDefinition alias(String alias) {
    definition.withObject("/aliases").putObject(alias);
    return this;
  }

  /** For filling an index at full speed while nobody looks. */
  IndexDefinition withoutRefresh() {
    settings().put(REFRESH, "-1");
    return this;
  }

  String refreshInterval() {
    JsonNode interval = settings().get(REFRESH);
    return interval.asText();
  }

  Map<String, JsonData> meta(boolean complete) {
    return Map.of(COMPLETE, JsonData.of(complete), FINGERPRINT, JsonData.of(fingerprint()));
  }

  String fingerprint() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(BYTES), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  InputStream json() {
    try {
      return new ByteArrayInputStream(Elasticsearch.JSON.writeValueAsBytes(definition));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode settings() {
    return definition.withObject("/settings");
  }

  private static ObjectNode tree() {
    try {
      return (ObjectNode) Elasticsearch.JSON.readTree(BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read() {
    try (InputStream resource = IndexDefinition.class.getResourceAsStream(RESOURCE)) {
      return resource.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
