package pms.sharing.album;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import pms.sharing.image.AccessChanges;
import pms.sharing.image.Images;

/**
 * What is in an album that follows a query: put in and taken out in bulk, in the order of capture, which is the items' position in
 * milliseconds of the wall time. What is in the trash keeps its place until it is back or gone.
 */
@ApplicationScoped
public class SmartItems {

  private static final String GONE =
      "DELETE FROM album_item WHERE owner_id = ?1 AND album_id = ?2 AND NOT hidden AND image_id <> ALL (?3) AND ";
  private static final String LOOKED = GONE + "image_id = ANY (?4) RETURNING image_id";
  private static final String IN_RANGE = GONE + "image_id > ?4 AND image_id <= ?5 RETURNING image_id";
  private static final String PUT =
      """
      INSERT INTO album_item (owner_id, album_id, image_id, image_owner, position, hidden, added_by, added_at)
      SELECT ?1, ?2, m.id, ?1, m.place, false, ?1, ?5 FROM unnest(?3, ?4) AS m (id, place)
      ON CONFLICT (owner_id, album_id, image_id) DO UPDATE SET position = excluded.position
        WHERE album_item.position <> excluded.position
      RETURNING image_id AS id, xmax = 0 AS fresh
      """;

  /**
   * Images by id.
   *
   * @param after without it
   * @param until with it
   */
  public record Range(UUID after, UUID until) {}

  private final EntityManager database;
  private final Images images;
  private final AccessChanges accessChanges;
  private final Announcements announcements;
  private final Clock clock;

  SmartItems(EntityManager database, Images images, AccessChanges accessChanges, Announcements announcements, Clock clock) {
    this.database = database;
    this.images = images;
    this.accessChanges = accessChanges;
    this.announcements = announcements;
    this.clock = clock;
  }

  /** Locks first the images and then the album, as everybody does; false when there is no such album any more. */
  @Transactional(TxType.MANDATORY)
  public boolean open(String owner, UUID album, Set<UUID> matching) {
    if (!matching.isEmpty()) {
      images.rememberAll(owner, matching);
      images.hold(owner, matching);
    }
    return Album.lock(new AlbumKey(owner, album)).filter(found -> found.smart).isPresent();
  }

  /** After {@link #open}: of the images that were looked at, these match and the others do not. */
  @Transactional(TxType.MANDATORY)
  public void follow(String owner, UUID album, Collection<UUID> looked, Map<UUID, LocalDateTime> matching) {
    Query gone = query(LOOKED, owner, album).setParameter(3, array(matching.keySet())).setParameter(4, array(looked));
    settle(new AlbumKey(owner, album), ids(gone), matching);
  }

  /** After {@link #open}: of all images in this range, these match and the others do not. */
  @Transactional(TxType.MANDATORY)
  public void compare(String owner, UUID album, Range range, Map<UUID, LocalDateTime> matching) {
    Query gone = query(IN_RANGE, owner, album).setParameter(3, array(matching.keySet()));
    gone.setParameter(4, range.after()).setParameter(5, range.until());
    settle(new AlbumKey(owner, album), ids(gone), matching);
  }

  private void settle(AlbumKey key, List<UUID> gone, Map<UUID, LocalDateTime> matching) {
    List<UUID> fresh = new ArrayList<>();
    boolean moved = put(key, matching, fresh);
    if (gone.isEmpty() && fresh.isEmpty() && !moved) {
      return;
    }
    Album album = Album.lock(key).orElseThrow();
    album.itemCount += fresh.size() - gone.size();
    album.chosenCover = Optional.ofNullable(album.chosenCover).filter(cover -> !gone.contains(cover)).orElse(null);
    album.chooseCover();
    announcements.changed(album);
    List<UUID> changed = new ArrayList<>(fresh);
    changed.addAll(gone);
    accessChanges.due(key.ownerId(), changed);
  }

  /** @return whether any has another place now */
  private boolean put(AlbumKey key, Map<UUID, LocalDateTime> matching, List<UUID> fresh) {
    Set<UUID> there = matching.isEmpty() ? Set.of() : images.hold(key.ownerId(), matching.keySet());
    if (there.isEmpty()) {
      return false;
    }
    List<UUID> ids = List.copyOf(there);
    Long[] places = ids.stream().map(id -> place(matching.get(id))).toArray(Long[]::new);
    Query put = database.createNativeQuery(PUT, Tuple.class).setParameter(1, key.ownerId()).setParameter(2, key.id());
    put.setParameter(3, array(ids)).setParameter(4, places).setParameter(5, clock.instant());
    List<?> rows = put.getResultList();
    for (Object row : rows) {
      Tuple item = (Tuple) row;
      if (item.get("fresh", Boolean.class)) {
        fresh.add(item.get("id", UUID.class));
      }
    }
    return rows.size() > fresh.size();
  }

  private static long place(LocalDateTime time) {
    return time.toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  private Query query(String sql, String owner, UUID album) {
    return database.createNativeQuery(sql, UUID.class).setParameter(1, owner).setParameter(2, album);
  }

  private static List<UUID> ids(Query query) {
    return ((List<?>) query.getResultList()).stream().map(UUID.class::cast).toList();
  }

  private static UUID[] array(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }
}
