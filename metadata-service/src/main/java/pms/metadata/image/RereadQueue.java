package pms.metadata.image;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Images whose files are to be read again. Lives in the database, so it outlives the service. */
@ApplicationScoped
class RereadQueue {

  /** In one transaction. */
  private static final int CHUNK = 5_000;

  /** Longer than the reading of any file. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  private static final String ADD =
      """
      WITH chunk AS (
        SELECT owner_id, id FROM image
        WHERE (owner_id, id) > (?1, ?2) AND uploaded_at IS NOT NULL AND purged_at IS NULL
          AND (?3 OR id = ANY(?4) OR type = ANY(?5))
        ORDER BY owner_id, id LIMIT ?6),
      added AS (
        INSERT INTO rereading (owner_id, image_id, requested_at) SELECT owner_id, id, ?7 FROM chunk
        ON CONFLICT DO NOTHING RETURNING 1)
      SELECT last.owner_id, last.id, (SELECT count(*) FROM added)
      FROM (SELECT owner_id, id FROM chunk ORDER BY owner_id DESC, id DESC LIMIT 1) last""";
  private static final String TAKE =
      """
      UPDATE rereading SET taken_until = ?1
      WHERE (owner_id, image_id) = (
        SELECT owner_id, image_id FROM rereading WHERE taken_until < ?2
        ORDER BY requested_at, owner_id, image_id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING owner_id, image_id, event_id""";
  private static final String WAITING = "SELECT count(*), min(requested_at) FROM rereading";
  private static final String DONE = "DELETE FROM rereading WHERE owner_id = ?1 AND image_id = ?2 AND event_id = ?3";

  /** @param eventId marks the result as written, as that of an event */
  record Entry(ImageKey image, UUID eventId) {}

  private final EntityManager database;
  private final Clock clock;

  RereadQueue(EntityManager database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** @return how many were added; those that wait already are not */
  long add(RereadRequest which) {
    Object[] last = {"", new UUID(0, 0), 0L};
    long added = 0;
    while (last != null) {
      Object[] behind = last;
      last = QuarkusTransaction.requiringNew().call(() -> addChunk(which, behind));
      added += last == null ? 0 : ((Number) last[2]).longValue();
    }
    return added;
  }

  /** @return the last image that was looked at, and how many were added; null when there are no more */
  private Object[] addChunk(RereadRequest which, Object[] behind) {
    List<?> rows =
        database.createNativeQuery(ADD)
            .setParameter(1, behind[0])
            .setParameter(2, behind[1])
            .setParameter(3, Boolean.TRUE.equals(which.all()))
            .setParameter(4, which.ids() == null ? new UUID[0] : which.ids().toArray(UUID[]::new))
            .setParameter(5, which.types() == null ? new String[0] : which.types().toArray(String[]::new))
            .setParameter(6, CHUNK)
            .setParameter(7, clock.instant())
            .getResultList();
    return rows.isEmpty() ? null : (Object[]) rows.getFirst();
  }

  RereadView waiting(Long queued) {
    return QuarkusTransaction.requiringNew().call(() -> {
      Object[] row = (Object[]) database.createNativeQuery(WAITING).getSingleResult();
      return new RereadView(queued, ((Number) row[0]).longValue(), (Instant) row[1]);
    });
  }

  /** The next one, for this worker alone for a while. */
  Optional<Entry> take() {
    return QuarkusTransaction.requiringNew().call(() -> {
      Instant now = clock.instant();
      List<?> rows =
          database.createNativeQuery(TAKE).setParameter(1, now.plus(LEASE)).setParameter(2, now).getResultList();
      return rows.stream().map(Object[].class::cast).findFirst().map(row ->
          new Entry(new ImageKey((String) row[0], (UUID) row[1]), (UUID) row[2]));
    });
  }

  void done(Entry entry) {
    QuarkusTransaction.requiringNew().run(() ->
        database.createNativeQuery(DONE)
            .setParameter(1, entry.image().ownerId())
            .setParameter(2, entry.image().id())
            .setParameter(3, entry.eventId())
            .executeUpdate());
  }
}
