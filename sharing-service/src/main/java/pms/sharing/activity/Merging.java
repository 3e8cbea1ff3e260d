package pms.sharing.activity;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pms.contracts.Ids;

/** What one person does of one kind in one album within a while is one entry, which counts each picture once. */
@ApplicationScoped
public class Merging {

  private static final String COUNT =
      "INSERT INTO activity_picture (owner_id, album_id, activity_id, image_id)"
          + " SELECT ?1, ?2, ?3, unnest(CAST(?4 AS uuid[])) ON CONFLICT DO NOTHING RETURNING image_id";
  private static final String CLOSE = "DELETE FROM activity_picture WHERE activity_id < ?1";

  private final EntityManager database;
  private final Clock clock;

  Merging(EntityManager database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Entry(String actor, String kind) {}

  /** @param edits of pictures in this album, whose row is locked: two of these at once would begin an entry each */
  @Transactional(TxType.MANDATORY)
  public void tell(String owner, UUID album, List<PictureEdits.Noted> edits) {
    Map<Entry, List<UUID>> together =
        edits.stream().collect(Collectors.groupingBy(
            edit -> new Entry(edit.actor(), edit.kind()), LinkedHashMap::new, Collectors.mapping(PictureEdits.Noted::image, Collectors.toList())));
    together.forEach((entry, images) -> join(owner, album, entry, images.stream().distinct().toList()));
  }

  private void join(String owner, UUID album, Entry entry, List<UUID> images) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Activity activity =
        Activity.since(Activities.madeAt(now.minus(Activities.TOGETHER)), owner, album, entry.actor(), entry.kind())
            .orElseGet(() -> begun(owner, album, entry, now));
    Set<UUID> fresh = count(activity, images);
    activity.amount += fresh.size();
    activity.images =
        Stream.concat(Stream.of(activity.images), images.stream().filter(fresh::contains)).limit(Happening.SHOWN).toArray(UUID[]::new);
  }

  private static Activity begun(String owner, UUID album, Entry entry, Instant now) {
    Activity activity = new Activity();
    activity.ownerId = owner;
    activity.albumId = album;
    activity.id = Ids.next();
    activity.at = now;
    activity.actor = entry.actor();
    activity.kind = entry.kind();
    activity.images = new UUID[0];
    activity.persistAndFlush();
    return activity;
  }

  /** Those of them that the entry had not counted. */
  private Set<UUID> count(Activity activity, List<UUID> images) {
    List<UUID> fresh =
        database.createNativeQuery(COUNT, UUID.class)
            .setParameter(1, activity.ownerId).setParameter(2, activity.albumId).setParameter(3, activity.id)
            .setParameter(4, images.toArray(UUID[]::new))
            .getResultList();
    return new HashSet<>(fresh);
  }

  /** Entries that nothing can join any more need not know what they counted. */
  @Scheduled(every = "30m", delayed = "7m", concurrentExecution = ConcurrentExecution.SKIP)
  @Transactional
  void close() {
    UUID before = Activities.madeAt(clock.instant().minus(Activities.TOGETHER.multipliedBy(2)));
    database.createNativeQuery(CLOSE).setParameter(1, before).executeUpdate();
  }
}
