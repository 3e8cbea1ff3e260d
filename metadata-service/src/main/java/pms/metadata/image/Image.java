package pms.metadata.image;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import pms.contracts.ImageMetadata;
import pms.contracts.ImagePurged;
import pms.contracts.ImageRestored;
import pms.contracts.ImageTrashed;
import pms.contracts.LifecycleEvent;
import pms.contracts.ThumbnailEvent;
import pms.contracts.ThumbnailsFailed;
import pms.contracts.ThumbnailsReady;
import pms.metadata.extract.Facts;

/** What is known of an image, put together from events that come in any order, and from what people say. */
@Entity
@IdClass(ImageKey.class)
public class Image extends PanacheEntityBase {

  enum Rendering {
    READY,
    FAILED
  }

  private static final String CREATE = "INSERT INTO image (owner_id, id) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
  private static final String IN_LIBRARY =
      "ownerId = ?1 and trashedAt is null and purgedAt is null and uploadedAt is not null";
  private static final String IN_TRASH =
      "ownerId = ?1 and trashedAt is not null and purgedAt is null and uploadedAt is not null";

  @Id public String ownerId;
  @Id public UUID id;

  public String fileName;
  public String type;
  public Long bytes;
  public String sha256;
  public Integer storedWidth;
  public Integer storedHeight;
  public Instant uploadedAt;

  @Convert(converter = Json.OfFacts.class)
  @ColumnTransformer(write = "?::jsonb")
  public Facts facts;

  @Convert(converter = Json.OfEdits.class)
  @ColumnTransformer(write = "?::jsonb")
  public Edits edits;

  public Instant extractedAt;
  public long revision;

  /** Null while nothing was heard of thumbnails. */
  @Enumerated(EnumType.STRING)
  public Rendering rendering;

  public String failure;
  public int version = 1;
  public long renderingRevision;
  public Integer renderedWidth;
  public Integer renderedHeight;
  public String thumbhash;
  public long lifecycleRevision;
  public Instant trashedAt;
  public Instant purgedAt;
  public Instant takenSort;

  static Image of(ImageKey key) {
    Image image = new Image();
    image.ownerId = key.ownerId();
    image.id = key.id();
    return image;
  }

  static Optional<Image> find(ImageKey key) {
    return findByIdOptional(key);
  }

  /** The row, locked until the transaction ends; made if there is none, since any event may be the first. */
  static Image lock(ImageKey key) {
    getEntityManager().createNativeQuery(CREATE).setParameter(1, key.ownerId()).setParameter(2, key.id()).executeUpdate();
    return Image.<Image>findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE).orElseThrow();
  }

  static List<Image> library(String owner, Cursor before, int limit) {
    String order = " order by takenSort desc, id desc";
    PanacheQuery<Image> page =
        before == null
            ? find(IN_LIBRARY + order, owner)
            : find(IN_LIBRARY + " and (takenSort, id) < (?2, ?3)" + order, owner, before.at(), before.id());
    return page.range(0, limit - 1).list();
  }

  static List<Image> trash(String owner, Cursor before, int limit) {
    String order = " order by trashedAt desc, id desc";
    PanacheQuery<Image> page =
        before == null
            ? find(IN_TRASH + order, owner)
            : find(IN_TRASH + " and (trashedAt, id) < (?2, ?3)" + order, owner, before.at(), before.id());
    return page.range(0, limit - 1).list();
  }

  ImageKey key() {
    return new ImageKey(ownerId, id);
  }

  boolean isPurged() {
    return purgedAt != null;
  }

  boolean hasArrived() {
    return uploadedAt != null;
  }

  /** The file's own facts; told once and never changed. */
  void arrive(Original original) {
    if (hasArrived()) {
      return;
    }
    fileName = original.fileName();
    type = original.type();
    bytes = original.bytes();
    sha256 = original.sha256();
    storedWidth = original.width();
    storedHeight = original.height();
    uploadedAt = original.uploadedAt();
    sort();
  }

  Original original() {
    return new Original(id, fileName, type, bytes, sha256, storedWidth, storedHeight, uploadedAt);
  }

  void extracted(Facts found, Instant now) {
    facts = found.withSize(storedWidth, storedHeight);
    extractedAt = now;
    revision++;
    sort();
  }

  /** @return whether anything changed */
  boolean edit(Edits changes) {
    Edits after = changes.over(edits());
    if (Words.of(facts(), after).equals(words())) {
      return false;
    }
    edits = after;
    revision++;
    sort();
    return true;
  }

  Words words() {
    return Words.of(facts(), edits());
  }

  Facts facts() {
    return facts == null ? Facts.unknown(List.of()).withSize(storedWidth, storedHeight) : facts;
  }

  ImageMetadata snapshot() {
    Facts found = facts();
    Words words = words();
    return new ImageMetadata(
        found.width(), found.height(), found.orientation(), words.takenAt(), found.camera(), found.exposure(),
        words.place(), words.title(), words.description(), words.tags(), List.of(), words.category(), words.rating(),
        words.favourite(), false, found.warnings());
  }

  /** The newest word on the newest version counts. */
  void fold(ThumbnailEvent event) {
    boolean stale = event.version() < version || (event.version() == version && event.revision() <= renderingRevision);
    if (stale || isPurged()) {
      return;
    }
    version = event.version();
    renderingRevision = event.revision();
    switch (event) {
      case ThumbnailsReady ready -> rendered(ready);
      case ThumbnailsFailed failed -> {
        rendering = Rendering.FAILED;
        failure = failed.reason();
      }
    }
  }

  /** @return whether the image was purged by this event */
  boolean fold(LifecycleEvent event) {
    if (event.revision() <= lifecycleRevision || isPurged()) {
      return false;
    }
    lifecycleRevision = event.revision();
    switch (event) {
      case ImageTrashed trashed -> trashedAt = trashed.trashedAt();
      case ImageRestored _ -> trashedAt = null;
      case ImagePurged purged -> purge(purged.purgedAt());
    }
    return isPurged();
  }

  private void rendered(ThumbnailsReady ready) {
    rendering = Rendering.READY;
    failure = null;
    renderedWidth = ready.width();
    renderedHeight = ready.height();
    thumbhash = ready.thumbhash();
  }

  /** Nothing stays but that it was here. */
  private void purge(Instant at) {
    purgedAt = at;
    fileName = type = sha256 = failure = thumbhash = null;
    bytes = null;
    storedWidth = storedHeight = renderedWidth = renderedHeight = null;
    uploadedAt = extractedAt = trashedAt = takenSort = null;
    facts = null;
    edits = null;
    rendering = null;
    revision++;
  }

  private Edits edits() {
    return edits == null ? Edits.NONE : edits;
  }

  private void sort() {
    Words words = words();
    takenSort = words.takenAt() == null ? uploadedAt : words.takenAt().local().toInstant(ZoneOffset.UTC);
  }
}
