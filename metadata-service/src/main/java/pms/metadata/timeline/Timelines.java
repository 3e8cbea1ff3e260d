package pms.metadata.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pms.metadata.database.Sql;
import pms.metadata.library.Libraries;
import pms.metadata.page.Limit;

/** Reads the timeline; nothing here costs more in a larger library. */
@ApplicationScoped
class Timelines {

  private static final String MONTHS =
      "SELECT bucket, images FROM timeline_bucket WHERE owner_id = ? AND length(bucket) = 7 ORDER BY bucket = 'unknown', bucket DESC";
  private static final String DAYS =
      "SELECT d.bucket, d.images FROM timeline_bucket m JOIN timeline_bucket d"
          + " ON d.owner_id = m.owner_id AND d.bucket > m.bucket AND d.bucket < m.bucket || '-99'"
          + " WHERE m.owner_id = ? AND length(m.bucket) = 7 AND m.bucket <> 'unknown' AND m.images > ? ORDER BY d.bucket DESC";
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

  TimelineView months(String owner) {
    List<Count> months = sql.list(MONTHS, row -> new Count(row.getString(1), row.getLong(2)), owner);
    Map<String, List<TimelineView.Day>> days =
        sql.list(DAYS, row -> new TimelineView.Day(row.getString(1), row.getLong(2)), owner, config.crowded()).stream()
            .collect(Collectors.groupingBy(day -> BucketKey.monthOf(day.bucket()), LinkedHashMap::new, Collectors.toList()));
    return new TimelineView(
        months.stream().mapToLong(Count::images).sum(),
        months.stream().map(m -> new TimelineView.Month(m.bucket, m.images, days.get(m.bucket))).toList());
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
