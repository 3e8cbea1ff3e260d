package pms.metadata.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import pms.metadata.database.Sql;

/** Keeps how many pictures each month and each of its days holds. Every change happens under the lock of the owner's library. */
@ApplicationScoped
public class Buckets {

  /** Days come as text and their changes as numbers; their months are the first seven letters, which the unknown time has too. */
  private static final String COUNT =
      "WITH told AS (SELECT * FROM unnest(?, ?) AS t (day, images))"
          + " INSERT INTO timeline_bucket (owner_id, bucket, images, revision, days)"
          + " SELECT ?, m.bucket, m.images, ?, ARRAY(SELECT coalesce(told.images, 0) FROM generate_series(1, 31) AS n"
          + " LEFT JOIN told ON told.day = m.bucket || '-' || lpad(n::text, 2, '0') ORDER BY n)"
          + " FROM (SELECT left(day, 7) AS bucket, sum(images) AS images FROM told GROUP BY 1) AS m"
          + " ON CONFLICT (owner_id, bucket) DO UPDATE"
          + " SET images = timeline_bucket.images + EXCLUDED.images, revision = EXCLUDED.revision,"
          + " days = ARRAY(SELECT before + more FROM unnest(timeline_bucket.days, EXCLUDED.days) WITH ORDINALITY AS d (before, more, n) ORDER BY n)";
  private static final String FORGET = "DELETE FROM timeline_bucket WHERE owner_id = ? AND bucket = ANY (?) AND images <= 0";

  private final Sql sql;

  Buckets(Sql sql) {
    this.sql = sql;
  }

  /**
   * A picture that comes, goes, moves, or only looks otherwise than before.
   *
   * @param from day or {@code unknown}; null when it was not in the timeline
   * @param to the same for now
   */
  public record Move(String from, String to) {}

  /** @param revision of the library, which these buckets have from now on */
  @Transactional(Transactional.TxType.MANDATORY)
  public void count(String owner, Collection<Move> moves, long revision) {
    SortedMap<String, Long> counts = new TreeMap<>();
    moves.forEach(move -> {
      add(counts, move.from(), -1);
      add(counts, move.to(), 1);
    });
    if (!counts.isEmpty()) {
      sql.update(COUNT, counts.keySet().toArray(String[]::new), counts.values().toArray(Long[]::new), owner, revision);
      sql.update(FORGET, owner, counts.keySet().stream().map(BucketKey::monthOf).distinct().toArray(String[]::new));
    }
  }

  private static void add(SortedMap<String, Long> counts, String day, long images) {
    if (day != null) {
      counts.merge(day, images, Long::sum);
    }
  }
}
