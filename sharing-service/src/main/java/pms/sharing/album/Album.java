package pms.sharing.album;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.contracts.AlbumChanged;
import pms.contracts.AlbumDeleted;
import pms.contracts.Ids;
import pms.sharing.page.Cursor;

/** A named, ordered collection of images. Whoever changes it or its items holds its row first, so that count and order hold. */
@Entity
@IdClass(AlbumKey.class)
public class Album extends PanacheEntityBase {

  @Id public String ownerId;
  @Id public UUID id;
  public String title;
  public String description;
  public UUID chosenCover;
  public UUID cover;
  public String holderId;
  public UUID parentId;
  public UUID[] path;
  public long itemCount;
  public long revision;
  public Instant createdAt;
  public Instant changedAt;

  static Album create(String owner, String title, String description, Instant now) {
    Album album = new Album();
    album.ownerId = owner;
    album.id = Ids.next();
    album.title = title;
    album.description = description;
    album.holderId = owner;
    album.path = new UUID[] {album.id};
    album.changed(now);
    album.createdAt = album.changedAt;
    album.persist();
    return album;
  }

  static Optional<Album> of(AlbumKey key) {
    return findByIdOptional(key);
  }

  /** Nobody else changes the album or its items until the transaction ends. */
  static Optional<Album> lock(AlbumKey key) {
    return findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Newest first; ids are made in order of time. */
  static List<Album> newest(String owner, Cursor after, int rows) {
    return after.isStart()
        ? find("ownerId = ?1 order by id desc", owner).page(0, rows).list()
        : find("ownerId = ?1 and id < ?2 order by id desc", owner, after.id()).page(0, rows).list();
  }

  AlbumKey key() {
    return new AlbumKey(ownerId, id);
  }

  Cursor cursor() {
    return new Cursor(0, id);
  }

  /** At a time as exact as the database keeps it, so that it reads the same ever after. */
  void changed(Instant now) {
    revision++;
    changedAt = now.truncatedTo(ChronoUnit.MICROS);
  }

  /** Brings count and cover in line with the items, after these have changed. */
  void recount(Instant now) {
    flush();
    itemCount = AlbumItem.countVisible(key());
    cover = chosenCover != null && AlbumItem.isVisible(key(), chosenCover) ? chosenCover : AlbumItem.first(key());
    changed(now);
  }

  AlbumChanged snapshot(List<String> viewers) {
    return new AlbumChanged(id, holderId, revision, title, description, cover, itemCount, viewers, changedAt);
  }

  AlbumDeleted farewell(Instant now) {
    return new AlbumDeleted(id, holderId, revision + 1, now);
  }
}
