package pms.e2e.bench.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.IntConsumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import pms.contracts.EventJson;
import pms.contracts.ImageMetadata;

/**
 * Fills the library of metadata-service by COPY and not by events, since the service would look for a million originals in the object
 * store. Written is what lists and the timeline read: images, and the counters of their days and months. Tags and categories of their own
 * tables are left out.
 */
public final class LibraryRows {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PROGRESS = 1_000;
  private static final String COPY =
      "COPY image (owner_id, id, file_name, type, bytes, sha256, stored_width, stored_height, uploaded_at, facts, extracted_at, revision,"
          + " rendering, version, rendering_revision, rendered_width, rendered_height, thumbhash, taken_sort, tags, favourite, ratio,"
          + " timeline_day, organised) FROM STDIN";
  private static final List<String> COUNT = List.of(
      "CREATE TEMPORARY TABLE day AS"
          + " SELECT owner_id, timeline_day AS day, count(*) AS images FROM image WHERE timeline_day IS NOT NULL GROUP BY 1, 2",
      "CREATE INDEX ON day (owner_id, day)",
      "INSERT INTO timeline_bucket (owner_id, bucket, images, revision, days)"
          + " SELECT m.owner_id, m.bucket, m.images, 1, ARRAY(SELECT coalesce(day.images, 0) FROM generate_series(1, 31) AS n LEFT JOIN day"
          + " ON day.owner_id = m.owner_id AND day.day = m.bucket || '-' || lpad(n::text, 2, '0') ORDER BY n)"
          + " FROM (SELECT owner_id, left(day, 7) AS bucket, sum(images) AS images FROM day GROUP BY 1, 2) AS m",
      "INSERT INTO library (owner_id, revision) SELECT DISTINCT owner_id, 1 FROM timeline_bucket",
      "VACUUM ANALYZE image",
      "VACUUM ANALYZE timeline_bucket");

  private final Connection database;

  public LibraryRows(Connection database) {
    this.database = database;
  }

  public void fill(World world, IntConsumer progress) throws SQLException, IOException {
    CopyIn copy = database.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    int written = 0;
    for (Library library : world.libraries().toList()) {
      for (Iterator<Picture> pictures = world.picturesOf(library); pictures.hasNext(); ) {
        byte[] row = row(pictures.next()).getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(row, 0, row.length);
        if (++written % PROGRESS == 0) progress.accept(written);
      }
    }
    copy.endCopy();
    try (Statement statement = database.createStatement()) {
      for (String sql : COUNT) statement.execute(sql);
    }
  }

  private static String row(Picture picture) throws IOException {
    ImageMetadata metadata = picture.metadata();
    LocalDateTime taken = metadata.takenAt() == null ? null : metadata.takenAt().local();
    Instant sorted = taken == null ? picture.uploadedAt() : taken.toInstant(ZoneOffset.UTC);
    StringJoiner row = new StringJoiner("\t", "", "\n");
    row.add(picture.owner()).add(picture.id().toString()).add(text(picture.fileName())).add(picture.type());
    row.add("" + picture.bytes()).add(picture.sha256()).add("" + metadata.width()).add("" + metadata.height());
    row.add(picture.uploadedAt().toString()).add(text(facts(picture))).add(picture.uploadedAt().plusSeconds(1).toString()).add("1");
    row.add("READY").add("1").add("1").add("" + metadata.width()).add("" + metadata.height());
    row.add(picture.thumbhash()).add(sorted.toString()).add(text(array(metadata.tags()))).add("" + metadata.favourite());
    row.add(String.format(Locale.ROOT, "%.3f", (double) metadata.width() / metadata.height()));
    return row.add(day(metadata, taken)).add("1").toString();
  }

  private static String day(ImageMetadata metadata, LocalDateTime taken) {
    if (metadata.archived()) return "\\N";
    return taken == null ? "unknown" : taken.toLocalDate().toString();
  }

  /** As metadata-service keeps them: a place has a name there, and tags are those that stand in the file. */
  private static String facts(Picture picture) throws IOException {
    ObjectNode facts = (ObjectNode) JSON.readTree(EventJson.write(picture.extracted())).path("metadata");
    facts.remove(List.of("tags", "automaticTags", "category", "favourite", "archived"));
    JsonNode location = facts.remove("location");
    if (location instanceof ObjectNode place) {
      place.set("name", place.remove("place"));
      facts.set("place", place);
    }
    return JSON.writeValueAsString(facts);
  }

  private static String array(List<String> texts) {
    StringJoiner array = new StringJoiner(",", "{", "}");
    texts.forEach(text -> array.add('"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'));
    return array.toString();
  }

  /** The text format gives meaning to the backslash, tabs and line ends. */
  private static String text(String value) {
    return value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
  }
}
