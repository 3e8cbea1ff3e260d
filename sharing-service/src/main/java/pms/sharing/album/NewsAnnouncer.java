package pms.sharing.album;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import pms.sharing.activity.Merging;
import pms.sharing.activity.PictureEdits;

/**
 * Tells the news of albums, all of about a second in one event for each album and kind, and whose edits they were in one entry of
 * its activity. An event carries the album as it is, so its row is locked first: no older truth may come last in the log.
 */
@ApplicationScoped
class NewsAnnouncer {

  private static final int BATCH = 1_000;
  private static final int MOST_IMAGES = 100;
  private static final String TAKE =
      "DELETE FROM news_due WHERE id IN (SELECT id FROM news_due ORDER BY id LIMIT " + BATCH
          + " FOR UPDATE SKIP LOCKED) RETURNING album_id, kind, image_id";

  private final EntityManager database;
  private final Announcements announcements;
  private final PictureEdits edits;
  private final Merging merging;

  NewsAnnouncer(EntityManager database, Announcements announcements, PictureEdits edits, Merging merging) {
    this.database = database;
    this.announcements = announcements;
    this.edits = edits;
    this.merging = merging;
  }

  private record Item(UUID album, String kind, UUID image) {
    static Item of(Tuple row) {
      return new Item(row.get("album_id", UUID.class), row.get("kind", String.class), row.get("image_id", UUID.class));
    }
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  @Transactional
  void announce() {
    List<?> rows = database.createNativeQuery(TAKE, Tuple.class).getResultList();
    Map<UUID, List<Item>> news =
        rows.stream().map(row -> Item.of((Tuple) row)).collect(Collectors.groupingBy(Item::album));
    // Taken second, so that whoever hears the news can read in the activity whose doing it was.
    Map<UUID, List<PictureEdits.Noted>> edited =
        edits.take().stream().collect(Collectors.groupingBy(PictureEdits.Noted::album));
    Set<UUID> albums = new HashSet<>(news.keySet());
    albums.addAll(edited.keySet());
    if (albums.isEmpty()) {
      return;
    }
    // One that was deleted meanwhile has nobody to be told.
    for (Album album : Album.lockAll(albums)) {
      merging.tell(album.ownerId, album.id, edited.getOrDefault(album.id, List.of()));
      tell(album, news.getOrDefault(album.id, List.of()));
    }
  }

  private void tell(Album album, List<Item> news) {
    news.stream().collect(Collectors.groupingBy(Item::kind)).entrySet().stream()
        .sorted(Comparator.comparing(Map.Entry::getKey))
        .forEach(kind -> announcements.told(album, kind.getKey(), images(kind.getValue())));
  }

  /** None when there are too many to name. */
  private static List<UUID> images(List<Item> news) {
    List<UUID> images = new ArrayList<>(news.stream().map(Item::image).filter(image -> image != null).distinct().toList());
    return images.size() > MOST_IMAGES ? List.of() : images;
  }
}
