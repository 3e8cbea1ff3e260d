package pms.sharing.album;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import pms.sharing.page.Cursor;

/** An image's place in an album. */
@Entity
@IdClass(AlbumItemKey.class)
public class AlbumItem extends PanacheEntityBase {

  /** Room between neighbours, so that an item is moved by giving it a number between two others. */
  static final long GAP = 1 << 20;

  private static final String IN_ALBUM = "ownerId = ?1 and albumId = ?2 ";
  private static final String VISIBLE = IN_ALBUM + "and not hidden ";

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
    return AlbumItem.<AlbumItem>stream(IN_ALBUM + "and imageId in ?3", album.ownerId(), album.id(), images)
        .map(item -> item.imageId)
        .collect(Collectors.toSet());
  }

  static long countVisible(AlbumKey album) {
    return count(VISIBLE, album.ownerId(), album.id());
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

  /** The albums an image is in; in one order for everybody, against deadlocks. */
  static List<AlbumKey> albumsOf(String imageOwner, UUID image) {
    String keys = "select ownerId, albumId from AlbumItem where imageOwner = ?1 and imageId = ?2 order by ownerId, albumId";
    return find(keys, imageOwner, image).project(AlbumKey.class).list();
  }

  Cursor cursor() {
    return new Cursor(position, imageId);
  }
}
