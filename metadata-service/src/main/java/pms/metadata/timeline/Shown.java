package pms.metadata.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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

  /** In seconds; by hand, since a month has thousands of them and formatters are slow. */
  String time(boolean unknown) {
    LocalDateTime second = LocalDateTime.ofEpochSecond(at.getEpochSecond(), 0, ZoneOffset.UTC);
    String text = second.getSecond() == 0 ? second + ":00" : second.toString();
    return unknown ? text + "Z" : text;
  }
}
