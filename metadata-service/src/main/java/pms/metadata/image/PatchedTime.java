package pms.metadata.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import pms.contracts.TakenAt;
import pms.metadata.extract.CaptureTime;

/** A person's capture time: the local time is given, the offset may be; the rest follows from them. */
final class PatchedTime {

  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 9999;

  /** @param now what counts so far, null when unknown */
  static TakenAt over(TakenAt now, ObjectNode patch, PatchFields fields) {
    fields.onlyKnow("takenAt.", patch, Set.of("local", "offset"));
    LocalDateTime local = local(now, patch.get("local"), fields);
    Optional<ZoneOffset> offset = offset(now, patch.get("offset"), fields);
    return local == null ? null : CaptureTime.at(local, offset.orElse(null), "person");
  }

  private static LocalDateTime local(TakenAt now, JsonNode node, PatchFields fields) {
    if (node == null && now != null) {
      return now.local();
    }
    try {
      if (node != null && node.isTextual()) {
        LocalDateTime local = LocalDateTime.parse(node.textValue());
        if (local.getYear() >= FIRST_YEAR && local.getYear() <= LAST_YEAR) {
          return local;
        }
      }
      fields.wrong("takenAt.local", "must be a local time such as 2008-05-30T15:56:01");
    } catch (DateTimeException garbage) {
      fields.wrong("takenAt.local", "must be a local time such as 2008-05-30T15:56:01");
    }
    return null;
  }

  private static Optional<ZoneOffset> offset(TakenAt now, JsonNode node, PatchFields fields) {
    if (node == null) {
      return now == null ? Optional.empty() : CaptureTime.offset(now.offset());
    }
    Optional<ZoneOffset> offset = node.isTextual() ? CaptureTime.offset(node.textValue()) : Optional.empty();
    if (offset.isEmpty() && !node.isNull()) {
      fields.wrong("takenAt.offset", "must be a UTC offset such as +02:00, or null");
    }
    return offset;
  }

  private PatchedTime() {}
}
