package pms.metadata.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import pms.metadata.database.Sql;

/**
 * A picture in the timeline.
 *
 * @param at local time of capture as if it were UTC; where that is unknown, the time of the upload
 */
record Shown(UUID id, Float ratio, String thumbhash, boolean favourite, Instant at) {

  static Shown of(ResultSet row) throws SQLException {
    return new Shown(
        row.getObject("id", UUID.class), row.getObject("ratio", Float.class), row.getString("thumbhash"),
        row.getBoolean("favourite"), Sql.instant(row, "taken_sort"));
  }

  String time(boolean unknown) {
    Instant second = at.truncatedTo(ChronoUnit.SECONDS);
    return unknown
        ? second.toString()
        : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(LocalDateTime.ofInstant(second, ZoneOffset.UTC));
  }
}
