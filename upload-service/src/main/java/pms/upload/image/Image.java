package pms.upload.image;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.contracts.ImagePurged;
import pms.contracts.ImageRestored;
import pms.contracts.ImageTrashed;
import pms.contracts.ImageUploaded;
import pms.contracts.ObjectKeys;

/** A picture: alive, in the trash, or purged and only remembered. Its life cycle changes under a lock of its row. */
@Entity
@IdClass(Image.Key.class)
class Image extends PanacheEntityBase {

  /** Two look-ups by index; an OR of both would read everything of the owner. */
  private static final String ALIVE_WITH_CONTENT =
      """
      SELECT i.* FROM image i WHERE i.owner_id = ?1 AND i.sha256 = ?2 AND i.purged_at IS NULL
      UNION ALL
      SELECT i.* FROM original o JOIN image i ON i.owner_id = o.owner_id AND i.id = o.image_id
      WHERE o.owner_id = ?1 AND o.sha256 = ?2 AND i.purged_at IS NULL
      LIMIT 1""";

  @Id public String ownerId;
  @Id public UUID id;
  public String fileName;
  public String type;
  public long bytes;
  public String sha256;
  public Integer width;
  public Integer height;
  public Instant uploadedAt;
  public long revision = 1;
  public Instant trashedAt;
  public Instant purgeAfter;
  public Instant purgedAt;
  public boolean bytesDeleted;

  /** The bulk job that moved it into the trash or out of it last; null when it was done by hand. */
  public UUID movedBy;

  /** Number of the file that counts, of so many; see {@link StoredOriginal}. */
  public int original = 1;

  public int originals = 1;
  public long keptBytes;
  public long fileRevision = 1;
  public int version = 1;

  record Key(String ownerId, UUID id) implements Serializable {}

  static Image of(Taken taken) {
    Image image = new Image();
    image.ownerId = taken.owner();
    image.id = taken.id();
    image.fileName = taken.fileName();
    image.type = taken.type();
    image.bytes = taken.bytes();
    image.sha256 = taken.sha256();
    image.width = taken.width();
    image.height = taken.height();
    return image;
  }

  static Optional<Image> alive(String owner, UUID id) {
    return find("ownerId = ?1 and id = ?2 and purgedAt is null", owner, id).firstResultOptional();
  }

  /** Be it that these bytes are kept only, since others took their place. */
  @SuppressWarnings("unchecked")
  static Optional<Image> aliveWithContent(String owner, String sha256) {
    List<Image> found =
        getEntityManager()
            .createNativeQuery(ALIVE_WITH_CONTENT, Image.class)
            .setParameter(1, owner)
            .setParameter(2, sha256)
            .getResultList();
    return found.stream().findFirst();
  }

  static List<Image> withContents(String owner, Collection<String> sha256) {
    return list("ownerId = ?1 and sha256 in ?2", owner, sha256);
  }

  static List<Image> withIds(String owner, Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : list("ownerId = ?1 and id in ?2", owner, ids);
  }

  /** Purged or not; nobody else changes it until the transaction ends. */
  static Optional<Image> locked(String owner, UUID id) {
    return find("ownerId = ?1 and id = ?2", owner, id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  static List<Image> lockedAll(String owner, Collection<UUID> ids) {
    return find("ownerId = ?1 and id in ?2 order by id", owner, ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  static List<Image> lockedTrashDue(String owner, Instant now, int limit) {
    return find("ownerId = ?1 and purgeAfter <= ?2 and purgedAt is null order by id", owner, now)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .page(0, limit)
        .list();
  }

  static Optional<String> ownerWithTrashDue(Instant now) {
    return find("select ownerId from Image where purgeAfter <= ?1 and purgedAt is null order by purgeAfter", now)
        .project(String.class)
        .firstResultOptional();
  }

  static int declareTrashDue(String owner, Instant now) {
    return update("purgeAfter = ?2 where ownerId = ?1 and trashedAt is not null and purgedAt is null", owner, now);
  }

  static List<Image> purgedWithBytes(int limit) {
    return find("purgedAt is not null and not bytesDeleted order by purgedAt").page(0, limit).list();
  }

  static int markBytesDeleted(String owner, UUID id) {
    return update("bytesDeleted = true where ownerId = ?1 and id = ?2", owner, id);
  }

  /** Of these, the ids that have a right to bytes; those being purged keep it until their bytes are deleted. */
  static List<UUID> withBytes(Collection<String> owners, Collection<UUID> ids) {
    return find("select id from Image where ownerId in ?1 and id in ?2 and not bytesDeleted", owners, ids)
        .project(UUID.class)
        .list();
  }

  /** Of the file that the image came with. */
  String objectKey() {
    return ObjectKeys.original(ownerId, id);
  }

  boolean isTrashed() {
    return trashedAt != null && purgedAt == null;
  }

  boolean isPurged() {
    return purgedAt != null;
  }

  ImageUploaded uploaded() {
    return new ImageUploaded(
        id, ownerId, fileName, type, bytes, sha256, objectKey(), width, height, uploadedAt);
  }

  /** The file counts from now on; what all of them take up together stays the same. */
  void become(StoredOriginal file) {
    keptBytes += bytes - file.bytes;
    original = file.number;
    fileName = file.fileName;
    type = file.type;
    bytes = file.bytes;
    sha256 = file.sha256;
    width = file.width;
    height = file.height;
    fileRevision++;
  }

  /** Of all its files. */
  long allBytes() {
    return bytes + keptBytes;
  }

  ImageTrashed trash(Instant now, Instant purgeAfter) {
    this.trashedAt = now;
    this.purgeAfter = purgeAfter;
    this.movedBy = null;
    return new ImageTrashed(id, ownerId, ++revision, now);
  }

  ImageRestored restore(Instant now) {
    this.trashedAt = null;
    this.purgeAfter = null;
    this.movedBy = null;
    return new ImageRestored(id, ownerId, ++revision, now);
  }

  /** Only what tells its owner "you have deleted this" stays. */
  ImagePurged purge(Instant now) {
    this.purgedAt = now;
    this.fileName = "";
    return new ImagePurged(id, ownerId, ++revision, now);
  }
}
