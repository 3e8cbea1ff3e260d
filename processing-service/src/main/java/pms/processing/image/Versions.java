package pms.processing.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import pms.contracts.Topics;
import pms.contracts.VersionCreated;
import pms.contracts.VersionReverted;
import pms.kit.event.Outbox;
import pms.kit.problem.Problem;
import pms.processing.recipe.Recipe;
import pms.processing.render.Dimensions;

/** The history of an image: it only grows. */
@ApplicationScoped
public class Versions {

  private static final Logger LOG = Logger.getLogger(Versions.class);

  private final Outbox outbox;
  private final Clock clock;

  Versions(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Newest first, those with lower numbers than this only. */
  @Transactional(Transactional.TxType.SUPPORTS)
  public List<VersionView> before(Picture picture, int number, int most) {
    return Version.before(picture.key(), number, most).stream()
        .map(version -> VersionView.of(version, picture.current()))
        .toList();
  }

  @Transactional(Transactional.TxType.SUPPORTS)
  public VersionView view(Picture picture, int number) {
    return VersionView.of(find(picture, number), picture.current());
  }

  /**
   * Known at once, whether or not anybody has read the picture.
   *
   * @throws Problem 404 if there is no such version
   */
  @Transactional(Transactional.TxType.SUPPORTS)
  public Making making(Picture picture, int number) {
    Version version = find(picture, number);
    return new Making(picture.of(version), version.recipe());
  }

  /** @param picture with the original that the version is made from */
  public record Making(Picture picture, Recipe recipe) {}

  /**
   * A version and how large it is.
   *
   * @throws Problem 404 if there is no such version, 409 as long as nobody knows how large the picture is, 422 if nobody can read it
   */
  @Transactional(Transactional.TxType.SUPPORTS)
  public Edition edition(Picture picture, int number) {
    return read(picture, number);
  }

  /** Without the interceptor of the public one: a refusal of one picture must not roll back what is done to others. */
  private static Edition read(Picture picture, int number) {
    Version version = find(picture, number);
    Picture made = picture.of(version);
    if (version.isBare()) {
      Dimensions original = size(version);
      return new Edition(made, number, Recipe.NONE, original, original);
    }
    Dimensions original = size(find(picture, version.root));
    return new Edition(made, number, version.recipe(), original, new Dimensions(version.width, version.height));
  }

  /** The bare original that the current version is made from. */
  @Transactional(Transactional.TxType.SUPPORTS)
  public Edition base(Picture picture) {
    return read(picture, picture.root());
  }

  private static Dimensions size(Version bare) {
    if (bare.width != null) {
      return new Dimensions(bare.width, bare.height);
    }
    throw bare.state == Version.State.FAILED
        ? new Darkroom.NotRenderable(bare.reason)
        : Problem.conflict("not-rendered-yet", "The picture was not read yet; try again in a second.");
  }

  private static Version find(Picture picture, int number) {
    return Version.of(picture.key(), number).orElseThrow(Problem::notFound);
  }

  /** @throws Problem 412 if another version is current than expected, 404 or 409 if the image is gone meanwhile */
  @Transactional
  public VersionView add(Picture picture, NewVersion wanted) {
    return add(Image.lock(picture.key()).filter(Image::isThere).orElseThrow(Problem::notFound), wanted, null);
  }

  /**
   * The same for many pictures of one owner, in one transaction; what cannot be done to one is told and leaves the others alone.
   *
   * @param wanted what to make of that original; may refuse it with a {@link Problem}
   * @param job whose doing it is, which is done once, however often it is told; null for none
   */
  @Transactional
  public List<Outcome> addToAll(String owner, List<UUID> ids, Function<Edition, NewVersion> wanted, UUID job) {
    Map<UUID, Image> images =
        Image.lockAll(owner, ids).stream().filter(Image::isThere).collect(Collectors.toMap(image -> image.id, image -> image));
    Map<UUID, Version> originals =
        Version.roots(owner, ids).stream().collect(Collectors.toMap(version -> version.imageId, version -> version));
    Map<UUID, Outcome> made = job == null ? Map.of() : made(job, owner, ids);
    return ids.stream()
        .map(id -> made.containsKey(id) ? made.get(id) : outcome(id, images.get(id), originals.get(id), wanted, job))
        .toList();
  }

  private static Map<UUID, Outcome> made(UUID job, String owner, List<UUID> ids) {
    return Version.madeBy(job, owner, ids).stream()
        .collect(Collectors.toMap(version -> version.imageId, version -> new Outcome(version.imageId, version.number, null)));
  }

  private Outcome outcome(
      UUID id, Image image, Version original, Function<Edition, NewVersion> wanted, UUID job) {
    try {
      if (image == null || original == null) {
        throw Problem.notFound();
      }
      return new Outcome(id, add(image, wanted.apply(read(Picture.of(image), original.number)), job).number(), null);
    } catch (Problem refused) {
      return new Outcome(id, null, refused);
    }
  }

  /** @param version the new one; null if there is a problem */
  public record Outcome(UUID id, Integer version, Problem problem) {}

  private VersionView add(Image image, NewVersion wanted, UUID job) {
    if (image.trashed) {
      throw Problem.conflict("in-trash", "The picture is in the trash: take it out before it is edited.");
    }
    if (!wanted.expected().matches(image.currentVersion)) {
      throw Problem.changedMeanwhile();
    }
    if (wanted.reverted().isEmpty() && wanted.root() != image.root) {
      // The recipe is for an original that was replaced meanwhile.
      throw Problem.changedMeanwhile();
    }
    if (wanted.root() != image.root) {
      StoredOriginal.rooted(image.key(), wanted.root()).ifPresent(image::become);
    }
    Version version = version(image, wanted);
    version.madeBy = job;
    version.persist();
    image.currentVersion = version.number;
    announce(image, version, wanted);
    LOG.infof("image %s has version %d, based on %d", image.id, version.number, version.basedOn);
    return VersionView.of(version, version.number);
  }

  private Version version(Image image, NewVersion wanted) {
    Version version = Version.next(image.key(), image.currentVersion + 1, wanted.recipe());
    version.root = wanted.root();
    version.author = wanted.author();
    version.authorName = wanted.authorName();
    // As exact as the database, so that the answer is the same now and later.
    version.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    version.note = wanted.note();
    version.basedOn = wanted.reverted().orElse(image.currentVersion);
    version.width = wanted.size().width();
    version.height = wanted.size().height();
    version.bytes = wanted.recipe().isNothing() ? image.bytes : null;
    return version;
  }

  private void announce(Image image, Version version, NewVersion wanted) {
    Instant at = version.createdAt;
    outbox.publish(
        Topics.IMAGE_EDITED,
        wanted.reverted().isPresent()
            ? new VersionReverted(
                version.imageId, version.ownerId, version.number, version.basedOn, version.width, version.height, version.author,
                image.original, image.originals, at)
            : new VersionCreated(
                version.imageId, version.ownerId, version.number, version.basedOn, version.width, version.height, version.author,
                image.original, image.originals, at));
  }

  /** How large the file of a version is, now that it was made. */
  @Transactional
  public void weigh(Picture picture, int number, long bytes) {
    Version.of(picture.key(), number).filter(version -> version.bytes == null).ifPresent(version -> version.bytes = bytes);
  }
}
