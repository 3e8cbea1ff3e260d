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

/**
 * Settings and mapping, as they stand in a file, with what is not known before an index is made. Which letters are one letter stands
 * in a file for all: what lowercase and asciifolding leave apart, the accents of Greek, marks without a letter of their own, and
 * format characters; and for whole values those that nobody sees.
 */
final class IndexDefinition {

  static final String COMPLETE = "complete";
  static final String FINGERPRINT = "definition";

  private static final String REFRESH = "refresh_interval";
  private static final byte[] IMAGES = read("/pms/search/images.json");
  private static final byte[] ALBUMS = read("/pms/search/albums.json");
  private static final byte[] FOLDING = read("/pms/search/folding.json");

  private final ObjectNode definition;

  private IndexDefinition(byte[] json) {
    definition = tree(json);
    definition.withObject("/settings/analysis").set("char_filter", tree(FOLDING));
    definition.withObject("/mappings/_meta").put(COMPLETE, false).put(FINGERPRINT, fingerprint());
  }

  static IndexDefinition images() {
    return new IndexDefinition(IMAGES);
  }

  static IndexDefinition albums() {
    return new IndexDefinition(ALBUMS);
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

  /** Of all that both are made of, since they are replaced together. */
  static String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(IMAGES);
      digest.update(FOLDING);
      return HexFormat.of().formatHex(digest.digest(ALBUMS), 0, 8);
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

  private static ObjectNode tree(byte[] json) {
    try {
      return (ObjectNode) Elasticsearch.JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(String name) {
    try (InputStream resource = IndexDefinition.class.getResourceAsStream(name)) {
      return resource.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
