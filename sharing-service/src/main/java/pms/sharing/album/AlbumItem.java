package pms.sharing.album;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import pms.sharing.page.Cursor;

/** An image's place in an album. */
@Entity
@IdClass(AlbumItemKey.class)
public class AlbumItem extends PanacheEntityBase {

  /** Room between neighbours, so that an item is moved by giving it a number between two others. */
  static final long GAP = 1 << 20;

  private static final String IN_ALBUM = "ownerId = ?1 and albumId = ?2 ";
  private static final String VISIBLE = IN_ALBUM + "and not hidden ";
  private static final String PLACE = "select position, imageId from AlbumItem where " + IN_ALBUM;

  private static final String SPREAD =
      """
      UPDATE album_item t SET position = n.place * CAST(?3 AS bigint)
        FROM (SELECT image_id, row_number() OVER (ORDER BY position, image_id) AS place
                FROM album_item WHERE owner_id = ?1 AND album_id = ?2) n
       WHERE t.owner_id = ?1 AND t.album_id = ?2 AND t.image_id = n.image_id
      """;

  @Id public String ownerId;
  @Id public UUID albumId;
  @Id public UUID imageId;
  public String imageOwner;
  public long position;
  public boolean hidden;
  public String addedBy;
  public Instant addedAt;

  static AlbumItem of(AlbumKey album, UUID image, String imageOwner, long position, Instant now) {
    AlbumItem item = new AlbumItem();
    item.ownerId = album.ownerId();
    item.albumId = album.id();
    item.imageId = image;
    item.imageOwner = imageOwner;
    item.position = position;
    item.addedBy = imageOwner;
    item.addedAt = now;
    return item;
  }

  static Optional<AlbumItem> of(AlbumKey album, UUID image) {
    return findByIdOptional(new AlbumItemKey(album.ownerId(), album.id(), image));
  }

  static List<AlbumItem> inOrder(AlbumKey album, Cursor after, int rows) {
    String later = "and (position, imageId) > (?3, ?4) order by position, imageId";
    return after.isStart()
        ? find(VISIBLE + "order by position, imageId", album.ownerId(), album.id()).page(0, rows).list()
        : find(VISIBLE + later, album.ownerId(), album.id(), after.position(), after.id()).page(0, rows).list();
  }

  static Set<UUID> present(AlbumKey album, Collection<UUID> images) {
    String ids = "select imageId from AlbumItem where ownerId = ?1 and albumId = ?2 and imageId in ?3";
    return new HashSet<>(find(ids, album.ownerId(), album.id(), images).project(UUID.class).list());
  }

  /** Those of them that it shows: what is in the trash is its owner's alone. */
  static Set<UUID> shown(AlbumKey album, Collection<UUID> images) {
    String ids = "select imageId from AlbumItem where ownerId = ?1 and albumId = ?2 and not hidden and imageId in ?3";
    return new HashSet<>(find(ids, album.ownerId(), album.id(), images).project(UUID.class).list());
  }

  static boolean isVisible(AlbumKey album, UUID image) {
    return of(album, image).filter(item -> !item.hidden).isPresent();
  }

  /** Null when the album shows nothing. */
  static UUID first(AlbumKey album) {
    return inOrder(album, Cursor.parse(null), 1).stream().map(item -> item.imageId).findFirst().orElse(null);
  }

  static long lastPosition(AlbumKey album) {
    return AlbumItem.<AlbumItem>find(IN_ALBUM + "order by position desc", album.ownerId(), album.id())
        .page(0, 1)
        .firstResultOptional()
        .map(item -> item.position)
        .orElse(0L);
  }

  static List<AlbumItem> of(AlbumKey album, Collection<UUID> images) {
    return list(IN_ALBUM + "and imageId in ?3", album.ownerId(), album.id(), images);
  }

  /** The album's key, if one of these images of this owner is in it. */
  static Optional<AlbumKey> albumWith(String imageOwner, UUID album, Collection<UUID> images) {
    String keys = "select ownerId, albumId from AlbumItem where albumId = ?1 and imageOwner = ?2 and imageId in ?3";
    return find(keys, album, imageOwner, images).project(AlbumKey.class).page(0, 1).firstResultOptional();
  }

  /** Where the album shows it. */
  static Optional<Cursor> place(AlbumKey album, UUID image) {
    return find(PLACE + "and not hidden and imageId = ?3", album.ownerId(), album.id(), image).project(Cursor.class).firstResultOptional();
  }

  /** The last place before this one, but for those that are being moved; hidden ones count, since they keep theirs. */
  static Optional<Cursor> previous(AlbumKey album, Cursor place, Collection<UUID> moved) {
    return neighbour("and (position, imageId) < (?3, ?4) and imageId not in ?5 order by position desc, imageId desc", album, place, moved);
  }

  static Optional<Cursor> next(AlbumKey album, Cursor place, Collection<UUID> moved) {
    return neighbour("and (position, imageId) > (?3, ?4) and imageId not in ?5 order by position, imageId", album, place, moved);
  }

  /** Gives every item of the album full room again; to be called before any of them is loaded. */
  static void spread(AlbumKey album) {
    getEntityManager()
        .createNativeQuery(SPREAD)
        .setParameter(1, album.ownerId())
        .setParameter(2, album.id())
        .setParameter(3, GAP)
        .executeUpdate();
  }

  /** The albums an image is in; from the outside in, against deadlocks. */
  static List<AlbumKey> albumsOf(String imageOwner, UUID image) {
    String keys =
        "select a.ownerId, a.id from AlbumItem t join Album a on a.ownerId = t.ownerId and a.id = t.albumId"
            + " where t.imageOwner = ?1 and t.imageId = ?2 order by a.path";
    return find(keys, imageOwner, image).project(AlbumKey.class).list();
  }

  private static Optional<Cursor> neighbour(String where, AlbumKey album, Cursor place, Collection<UUID> moved) {
    return find(PLACE + where, album.ownerId(), album.id(), place.position(), place.id(), moved)
        .project(Cursor.class)
        .page(0, 1)
        .firstResultOptional();
  }

  Cursor cursor() {
    return new Cursor(position, imageId);
  }
}
