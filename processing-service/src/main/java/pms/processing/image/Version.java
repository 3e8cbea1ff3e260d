package pms.processing.image;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.contracts.ImageUploaded;
import pms.processing.recipe.Recipe;
import pms.processing.recipe.RecipeReader;

/** A recipe over the original, and how far its thumbnails are; number 1 is the original itself. */
@Entity
@IdClass(VersionKey.class)
public class Version extends PanacheEntityBase {

  enum State {
    PROCESSING,
    READY,
    FAILED
  }

  @Id public String ownerId;
  @Id public UUID imageId;
  @Id public int number;

  public String author;
  public String authorName;
  public Instant createdAt;
  public String note;
  public Integer basedOn;
  /** The version that came with the file that this one is made from; its own number if it is the bare file. */
  public int root = 1;
  public String operations;
  public Integer width;
  public Integer height;
  public Long bytes;

  @Enumerated(EnumType.STRING)
  public State state = State.PROCESSING;

  /** Why it failed; it stays while it is rendered once more. */
  public String reason;
  public int attempts;
  public boolean requeued;
  public Instant claimedUntil;

  /** The bulk job that made it; null for none. */
  public UUID madeBy;

  static Version original(ImageUploaded uploaded) {
    Version original = next(new ImageKey(uploaded.owner(), uploaded.imageId()), 1, Recipe.NONE);
    original.author = uploaded.owner();
    original.createdAt = uploaded.uploadedAt();
    original.bytes = uploaded.bytes();
    return original;
  }

  static Version next(ImageKey image, int number, Recipe recipe) {
    Version version = new Version();
    version.ownerId = image.ownerId();
    version.imageId = image.id();
    version.number = number;
    version.operations = recipe.json().toString();
    return version;
  }

  static Optional<Version> of(ImageKey image, int number) {
    return findByIdOptional(VersionKey.of(image, number));
  }

  static Optional<Version> lock(ImageKey image, int number) {
    return findByIdOptional(VersionKey.of(image, number), LockModeType.PESSIMISTIC_WRITE);
  }

  /** The versions that came with the files that the current versions of many images are made from. */
  static List<Version> roots(String owner, Collection<UUID> images) {
    return list(
        "select v from Version v join Image i on i.ownerId = v.ownerId and i.id = v.imageId"
            + " where v.ownerId = ?1 and v.imageId in ?2 and v.number = i.root",
        owner,
        images);
  }

  /** What a job made of these images already. */
  static List<Version> madeBy(UUID job, String owner, Collection<UUID> images) {
    return list("ownerId = ?1 and imageId in ?2 and madeBy = ?3", owner, images, job);
  }

  /** Newest first. */
  static List<Version> before(ImageKey image, int number, int most) {
    return find(
            "ownerId = ?1 and imageId = ?2 and number < ?3 order by number desc", image.ownerId(), image.id(), number)
        .range(0, most - 1)
        .list();
  }

  /** Takes some out of the queue, so that another replica does not take the same ones. */
  @SuppressWarnings("unchecked")
  static List<Version> claim(int most, Instant now, Duration lease) {
    return getEntityManager()
        .createNativeQuery(
            """
            UPDATE version SET claimed_until = ?1 WHERE (owner_id, image_id, number) IN (
              SELECT owner_id, image_id, number FROM version
              WHERE requeued AND state = 'PROCESSING' AND (claimed_until IS NULL OR claimed_until < ?2)
              ORDER BY image_id, number LIMIT ?3 FOR UPDATE SKIP LOCKED)
            RETURNING *""",
            Version.class)
        .setParameter(1, now.plus(lease))
        .setParameter(2, now)
        .setParameter(3, most)
        .getResultList();
  }

  /** Who were announced long ago and are still not rendered: their event may have been compacted away. */
  static int requeueForgotten(Instant before) {
    // The state is written out, so that the index for it is used.
    return update("set requeued = true where state = PROCESSING and number > 1 and createdAt < ?1 and not requeued", before);
  }

  /** Whether one that is newer than this has failed, and was not rendered since. */
  static boolean failedAfter(ImageKey image, int number) {
    return count(
            "ownerId = ?1 and imageId = ?2 and number > ?3 and reason is not null", image.ownerId(), image.id(), number)
        > 0;
  }

  /** How many failed ones are to be rendered once more. */
  static int requeueFailed() {
    return update(
        "set state = PROCESSING, requeued = true, claimedUntil = null, attempts = 0 where state = FAILED");
  }

  static void forget(ImageKey image) {
    delete("ownerId = ?1 and imageId = ?2", image.ownerId(), image.id());
  }

  boolean isBare() {
    return number == root;
  }

  Recipe recipe() {
    return RecipeReader.stored(operations);
  }

  void end(State ended, String why) {
    state = ended;
    reason = why;
    attempts = 0;
    requeued = false;
    claimedUntil = null;
  }
}
