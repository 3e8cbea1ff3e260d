package pms.metadata.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import pms.metadata.database.Sql;
import pms.metadata.library.Libraries;
import pms.metadata.page.Limit;

/** Reads the timeline; nothing here costs more in a larger library. */
@ApplicationScoped
class Timelines {

  /** In the order of the key, backwards: the unknown time, then the days of each month in front of the month. */
  private static final String ALL = "SELECT bucket, images FROM timeline_bucket WHERE owner_id = ? ORDER BY bucket DESC";
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

  private record Count(String bucket, long images) {}

  /** Changes whenever anything in the timeline does. */
  long revision(String owner) {
    return libraries.revision(owner);
  }

  /** All buckets in one pass over the index: comparing days with months costs more than reading those of quiet months. */
  TimelineView months(String owner) {
    List<TimelineView.Month> months = new ArrayList<>();
    List<TimelineView.Month> unknown = new ArrayList<>();
    List<TimelineView.Day> days = new ArrayList<>();
    for (Count count : sql.list(ALL, row -> new Count(row.getString(1), row.getLong(2)), owner)) {
      if (BucketKey.isMonth(count.bucket)) {
        months.add(new TimelineView.Month(count.bucket, count.images, count.images > config.crowded() ? days : null));
        days = new ArrayList<>();
      } else if (count.bucket.equals(BucketKey.UNKNOWN)) {
        unknown.add(new TimelineView.Month(count.bucket, count.images, null));
      } else {
        days.add(new TimelineView.Day(count.bucket, count.images));
      }
    }
    months.addAll(unknown);
    return new TimelineView(months.stream().mapToLong(TimelineView.Month::count).sum(), months);
  }

  /** Changes whenever anything in the bucket does. Read before its pictures, it is never newer than they are. */
  long revision(String owner, BucketKey bucket) {
    return sql.first(REVISION, row -> row.getLong(1), owner, bucket.text()).orElse(0L);
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
