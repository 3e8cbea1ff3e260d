package pms.metadata.image;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Formula;
import pms.contracts.ImagePurged;
import pms.contracts.ImageRestored;
import pms.contracts.ImageTrashed;
import pms.contracts.LifecycleEvent;
import pms.contracts.ThumbnailEvent;
import pms.contracts.ThumbnailsReady;
import pms.contracts.VersionEvent;
import pms.metadata.category.Placed;
import pms.metadata.extract.Facts;

/** What is known of an image, put together from events that come in any order, and from what people say. */
@Entity
@IdClass(ImageKey.class)
public class Image extends PanacheEntityBase {

  /** The rules by which images are organised now. */
  private static final int ORGANISED = 1;

  @Id public String ownerId;
  @Id public UUID id;

  public String fileName;
  public String type;
  public Long bytes;
  public String sha256;
  public Integer storedWidth;
  public Integer storedHeight;
  public Instant uploadedAt;

  /** Of the newest record about the file; 0 before the first. */
  public long fileRevision;

  /** Where the file's bytes are; null for where they were put first. */
  public String objectKey;

  @Convert(converter = Json.OfFacts.class)
  @ColumnTransformer(write = "?::jsonb")
  public Facts facts;

  @Convert(converter = Json.OfEdits.class)
  @ColumnTransformer(write = "?::jsonb")
  public Edits edits;

  /** Null until the file that counts was read. */
  public Instant extractedAt;

  public long revision;

  @Embedded public Thumbnails thumbnails = new Thumbnails();
  @Embedded public Edition edition = new Edition();
  public long lifecycleRevision;
  public Instant trashedAt;
  public Instant purgedAt;
  public Instant takenSort;

  /** All tags in the spelling to show; null until the image was organised. */
  public String[] tags;

  public boolean favourite;
  public Float ratio;
  public String timelineDay;
  public UUID categoryId;
  public UUID countedCategory;
  public int organised;

  @Formula("(select c.path from category c where c.owner_id = owner_id and c.id = category_id)")
  public String categoryPath;

  static Image of(ImageKey key) {
    Image image = new Image();
    image.ownerId = key.ownerId();
    image.id = key.id();
    return image;
  }

  static Optional<Image> find(ImageKey key) {
    return findByIdOptional(key);
  }

  boolean isPurged() {
    return purgedAt != null;
  }

  boolean hasArrived() {
    return uploadedAt != null;
  }

  /** The file's own facts, which change only when another file takes its place. */
  void arrive(Original original) {
    if (hasArrived() && original.revision() <= fileRevision) {
      return;
    }
    extractedAt = null;
    edition.arrive(original);
    fileRevision = original.revision();
    objectKey = original.objectKey();
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
    return new Original(
        id, fileName, type, bytes, sha256, storedWidth, storedHeight, uploadedAt, objectKey, fileRevision,
        edition.fileOriginal, edition.fileOriginals);
  }

  void extracted(Facts found, Instant now) {
    facts = found.withSize(storedWidth, storedHeight);
    extractedAt = now;
    revision++;
    sort();
  }

  /**
   * @param next all that people say of it from now on
   * @param place null when the category stays as it is
   * @return whether anything changed
   */
  boolean become(Edits next, Edited<Placed> place) {
    Words before = words();
    edits = next;
    if (place != null) {
      categoryId = place.value() == null ? null : place.value().id();
      categoryPath = place.value() == null ? null : place.value().path();
      organised = ORGANISED;
    }
    if (words().equals(before)) {
      return false;
    }
    revision++;
    sort();
    return true;
  }

  Words words() {
    Words words = Words.of(facts(), automatic(), edits());
    return organised > 0 || categoryId != null ? words.in(categoryPath) : words;
  }

  List<String> automatic() {
    return automatic(edits());
  }

  /** What follows from facts by itself; nothing before the file was read. */
  List<String> automatic(Edits said) {
    return facts == null ? List.of() : Words.automatic(facts, said);
  }

  /** Whatever lists and counters need of it is what they have of it. */
  void stand(Standing standing, Map<String, String> spelling) {
    tags = standing.tags().keySet().stream().map(spelling::get).toArray(String[]::new);
    timelineDay = standing.day();
    countedCategory = standing.category();
    ratio = standing.ratio();
    favourite = standing.favourite();
    organised = ORGANISED;
  }

  List<String> tags() {
    return tags == null ? words().tags() : List.of(tags);
  }

  Facts facts() {
    return facts == null ? factsOfTheFile() : facts;
  }

  /** Nothing of another file that counted before, unlike {@link #facts()}. */
  Facts factsOfTheFile() {
    return facts == null || extractedAt == null ? Facts.unknown(List.of()).withSize(storedWidth, storedHeight) : facts;
  }

  /** The current one, as far as it was heard of. */
  int version() {
    return Math.max(thumbnails.renderedVersion, edition.toldVersion);
  }

  void fold(VersionEvent event) {
    if (!isPurged()) {
      edition.fold(event);
    }
  }

  void fold(ThumbnailEvent event) {
    if (!isPurged() && thumbnails.fold(event) && event instanceof ThumbnailsReady ready) {
      edition.heardOf(ready.original());
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

  /** Nothing stays but that it was here. */
  private void purge(Instant at) {
    purgedAt = at;
    fileName = type = sha256 = objectKey = null;
    bytes = null;
    storedWidth = storedHeight = null;
    uploadedAt = extractedAt = trashedAt = takenSort = null;
    facts = null;
    edits = null;
    categoryId = null;
    categoryPath = null;
    thumbnails.forget();
    revision++;
  }

  Edits edits() {
    return edits == null ? Edits.NONE : edits;
  }

  private void sort() {
    Words words = words();
    takenSort = words.takenAt() == null ? uploadedAt : words.takenAt().local().truncatedTo(ChronoUnit.MICROS).toInstant(ZoneOffset.UTC);
  }
}
