package pms.sharing.album;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import pms.contracts.AlbumChanged;
import pms.contracts.AlbumDeleted;
import pms.contracts.AlbumNews;
import pms.contracts.Ids;
import pms.kit.problem.Problem;

/**
 * A named, ordered collection of images. Whoever changes it, its items or its members holds its row first, so that count and
 * order hold. Who founded it leads its key for ever; who has it now is its holder.
 */
@Entity
@IdClass(AlbumKey.class)
public class Album extends PanacheEntityBase {

  /** Albums in albums, the outermost counted. */
  static final int DEEPEST = 5;

  private static final String TREES =
      """
      SELECT * FROM album
       WHERE id = ANY (?1) OR parent_id IS NOT NULL AND path && ?1
       ORDER BY path FOR UPDATE
      """;

  @Id public String ownerId;
  @Id public UUID id;
  public String title;
  public String description;
  public UUID chosenCover;
  public UUID cover;
  public String holderId;
  public UUID parentId;
  public UUID[] path;
  public String[] told;
  public long itemCount;
  public long revision;
  public Instant createdAt;
  public Instant changedAt;

  /** Its items follow a query and nobody's hand. */
  public boolean smart;

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
    return album;
  }

  /** Nobody else changes the album, its items or its members until the transaction ends. */
  static Optional<Album> lock(AlbumKey key) {
    return findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE);
  }

  static Optional<Album> withId(UUID id) {
    return find("id", id).firstResultOptional();
  }

  /** Or the same. */
  static boolean isInside(UUID album, UUID around) {
    String same = "SELECT 1 FROM album WHERE id = ?1 AND ?2 = ANY (path)";
    return !getEntityManager().createNativeQuery(same).setParameter(1, album).setParameter(2, around).getResultList().isEmpty();
  }

  /** These albums and all inside them, locked; always from the outside in, against deadlocks. */
  static List<Album> lockTrees(Collection<UUID> ids) {
    return getEntityManager()
        .createNativeQuery(TREES, Album.class)
        .setParameter(1, ids.toArray(UUID[]::new))
        .getResultList();
  }

  /** An album with all inside it and the one it is to go into, locked together; from the outside in, against deadlocks. */
  static void lockForMove(UUID moved, UUID around) {
    getEntityManager()
        .createNativeQuery(
            "SELECT * FROM album WHERE id IN (?1, ?2) OR parent_id IS NOT NULL AND path && ARRAY[?1] ORDER BY path FOR UPDATE", Album.class)
        .setParameter(1, moved).setParameter(2, around)
        .getResultList();
  }

  /** These albums, locked; from the outside in, against deadlocks. */
  static List<Album> lockAll(Collection<UUID> ids) {
    return getEntityManager()
        .createNativeQuery("SELECT * FROM album WHERE id = ANY (?1) ORDER BY path FOR UPDATE", Album.class)
        .setParameter(1, ids.toArray(UUID[]::new))
        .getResultList();
  }

  AlbumKey key() {
    return new AlbumKey(ownerId, id);
  }

  /** At a time as exact as the database keeps it, so that it reads the same ever after. */
  void changed(Instant now) {
    revision++;
    changedAt = now.truncatedTo(ChronoUnit.MICROS);
  }

  void requireHandPicked() {
    if (smart) {
      throw Problem.conflict("smart-album", "This album follows a query by itself: change the query, or what is said of the pictures.");
    }
  }

  /** Who founded it shows their own pictures in it, those of tomorrow too; nobody else can take that over. */
  void requireMovable() {
    if (smart) {
      throw Problem.conflict("smart-album", "This album follows a query over its owner's pictures, so it stays theirs: take the query away first.");
    }
  }

  /** @param around null for none */
  void putInto(Album around) {
    parentId = around == null ? null : around.id;
    path = Stream.concat(around == null ? Stream.empty() : Arrays.stream(around.path), Stream.of(id)).toArray(UUID[]::new);
  }

  /** Shows the pick while it is visible, else the first item; after the items have changed. */
  void chooseCover() {
    flush();
    cover = chosenCover != null && AlbumItem.isVisible(key(), chosenCover) ? chosenCover : AlbumItem.first(key());
  }

  /** @param viewers who may see it now; remembered, to tell the next time who is new and who is gone */
  AlbumChanged snapshot(List<String> viewers, String kind, List<UUID> images) {
    List<String> before = told == null ? viewers : List.of(told);
    told = viewers.toArray(String[]::new);
    AlbumNews news = new AlbumNews(kind, without(viewers, before), without(before, viewers), images);
    return new AlbumChanged(id, holderId, revision, title, description, cover, itemCount, viewers, changedAt, news);
  }

  AlbumDeleted farewell(Instant now) {
    return new AlbumDeleted(id, holderId, revision + 1, now, told == null ? List.of() : List.of(told));
  }

  private static List<String> without(List<String> some, List<String> others) {
    Set<String> left = new LinkedHashSet<>(some);
    others.forEach(left::remove);
    return List.copyOf(left);
  }
}
