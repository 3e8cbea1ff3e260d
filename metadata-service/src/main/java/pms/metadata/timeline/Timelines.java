package pms.metadata.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import pms.metadata.database.Sql;
import pms.metadata.library.Libraries;
import pms.metadata.page.Limit;

/** Reads the timeline; nothing here costs more in a larger library. */
@ApplicationScoped
class Timelines {

  private static final String MONTHS =
      "SELECT bucket, images, days FROM timeline_bucket WHERE owner_id = ? ORDER BY bucket = 'unknown', bucket DESC";
  private static final String REVISION = "SELECT revision FROM timeline_bucket WHERE owner_id = ? AND bucket = ?";
  private static final String PICTURES =
      "SELECT id, ratio, thumbhash, favourite, taken_sort FROM image"
          + " WHERE owner_id = ? AND timeline_day >= ? AND timeline_day <= ? AND (timeline_day, taken_sort, id) < (?, ?, ?)"
          + " ORDER BY timeline_day DESC, taken_sort DESC, id DESC LIMIT ?";

  private final Sql sql;
  private final Libraries libraries;
  private final TimelineConfig config;

  Timelines(Sql sql, Libraries libraries, TimelineConfig config) {
    this.sql = sql;
    this.libraries = libraries;
    this.config = config;
  }

  /** Changes whenever anything in the timeline does. */
  long revision(String owner) {
    return libraries.revision(owner);
  }

  TimelineView months(String owner) {
    List<TimelineView.Month> months = sql.list(MONTHS, this::month, owner);
    return new TimelineView(months.stream().mapToLong(TimelineView.Month::count).sum(), months);
  }

  private TimelineView.Month month(ResultSet row) throws SQLException {
    BucketKey key = BucketKey.parse(row.getString(1));
    long images = row.getLong(2);
    boolean byDays = images > config.crowded() && !key.isUnknown();
    return new TimelineView.Month(key.text(), images, byDays ? List.of((Long[]) row.getArray(3).getArray()).subList(0, key.days()) : null);
  }

  /** Changes whenever anything in the bucket's month does. Read before its pictures, it is never newer than they are. */
  long revision(String owner, BucketKey bucket) {
    return sql.first(REVISION, row -> row.getLong(1), owner, BucketKey.monthOf(bucket.text())).orElse(0L);
  }

  BucketView pictures(String owner, BucketKey bucket, BucketCursor before, Limit limit) {
    List<Shown> pictures =
        sql.list(
            PICTURES, Shown::of, owner, bucket.first(), bucket.last(),
            before.day(bucket), before.at(), before.id(), limit.count() + 1);
    boolean more = pictures.size() > limit.count();
    List<Shown> page = more ? pictures.subList(0, limit.count()) : pictures;
    return BucketView.of(bucket, page, more ? BucketCursor.behind(page.getLast()).toString() : null);
  }
}
