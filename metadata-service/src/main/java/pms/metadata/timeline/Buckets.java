package pms.metadata.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import pms.metadata.database.Sql;

/** Keeps how many pictures each month and day holds. Every change happens under the lock of the owner's library. */
@ApplicationScoped
public class Buckets {

  private static final String COUNT =
      "INSERT INTO timeline_bucket (owner_id, bucket, images, revision)"
          + " SELECT ?, b.bucket, b.images, ? FROM unnest(?, ?) AS b (bucket, images)"
          + " ON CONFLICT (owner_id, bucket) DO UPDATE"
          + " SET images = timeline_bucket.images + EXCLUDED.images, revision = EXCLUDED.revision";
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
      String[] buckets = counts.keySet().toArray(String[]::new);
      sql.update(COUNT, owner, revision, buckets, counts.values().toArray(Long[]::new));
      sql.update(FORGET, owner, buckets);
    }
  }

  private static void add(SortedMap<String, Long> counts, String day, long images) {
    if (day != null) {
      counts.merge(day, images, Long::sum);
      if (!day.equals(BucketKey.UNKNOWN)) {
        counts.merge(BucketKey.monthOf(day), images, Long::sum);
      }
    }
  }
}
