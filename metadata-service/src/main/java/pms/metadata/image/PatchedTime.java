package pms.metadata.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import pms.contracts.TakenAt;
import pms.metadata.atlas.TimeZones;
import pms.metadata.extract.CaptureTime;
import pms.metadata.extract.Place;

/** A person's capture time: the local time is given, the offset may be; the rest follows from them. */
final class PatchedTime {

  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 9999;

  /**
   * @param now what counts so far, null when unknown
   * @param place where it was taken, null when unknown
   */
  static TakenAt over(TakenAt now, Place place, ObjectNode patch, PatchFields fields) {
    fields.onlyKnow("takenAt.", patch, Set.of("local", "offset"));
    LocalDateTime local = local(now, patch.get("local"), fields);
    Optional<ZoneOffset> offset =
        patch.has("offset") ? offset(patch.get("offset"), fields) : local == null ? Optional.empty() : offsetAt(local, now, place);
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

  /** Of another time than before the offset may be another one, in winter and in summer: the place tells it. */
  private static Optional<ZoneOffset> offsetAt(LocalDateTime local, TakenAt now, Place place) {
    Optional<ZoneOffset> before = now == null ? Optional.empty() : CaptureTime.offset(now.offset());
    if (now != null && now.local().equals(local) || place == null || place.latitude() == null) {
      return before;
    }
    return TimeZones.at(place.latitude(), place.longitude()).flatMap(zone -> TimeZones.offset(zone, local)).or(() -> before);
  }

  private static Optional<ZoneOffset> offset(JsonNode node, PatchFields fields) {
    Optional<ZoneOffset> offset = node.isTextual() ? CaptureTime.offset(node.textValue()) : Optional.empty();
    if (offset.isEmpty() && !node.isNull()) {
      fields.wrong("takenAt.offset", "must be a UTC offset such as +02:00, or null");
    }
    return offset;
  }

  private PatchedTime() {}
}
