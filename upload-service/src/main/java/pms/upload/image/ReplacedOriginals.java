package pms.upload.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import pms.contracts.OriginalReplaced;
import pms.contracts.Topics;
import pms.contracts.VersionEvent;
import pms.kit.event.Outbox;
import pms.kit.problem.Problem;
import pms.upload.quota.Quotas;

/** Which file of an image counts: the short transactions around a replacement, and after a revert to an earlier one. */
@ApplicationScoped
class ReplacedOriginals {

  private static final Logger LOG = Logger.getLogger(ReplacedOriginals.class);

  /** All of them are told in one record. */
  static final int MOST = 50;

  private final Quotas quotas;
  private final Outbox outbox;
  private final Clock clock;

  ReplacedOriginals(Quotas quotas, Outbox outbox, Clock clock) {
    this.quotas = quotas;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** @throws Problem unless the image can get another file now */
  @Transactional
  Image replaceable(String owner, UUID id) {
    return checked(Image.alive(owner, id));
  }

  /**
   * Makes the file true that was stored for the image; all earlier ones stay.
   *
   * @param expected the history when its caller looked; empty if that does not matter
   * @return the image as it is then
   */
  @Transactional
  Outcome replace(String owner, UUID id, Received file, long allowed, Optional<ProcessingClient.Current> expected) {
    quotas.lock(owner);
    Image image = checked(Image.locked(owner, id).filter(known -> !known.isPurged()));
    if (image.sha256.equals(file.sha256())) {
      return new Outcome(image, false);
    }
    expected.filter(seen -> seen.originals() != image.originals || seen.version() < image.version).ifPresent(_ -> {
      throw Problem.changedMeanwhile();
    });
    Image.aliveWithContent(owner, file.sha256()).ifPresent(same -> refuse(same, id));
    quotas.grow(owner, file.bytes(), allowed);
    List<StoredOriginal> all = all(image);
    StoredOriginal added = file.replacing(image, now());
    added.persist();
    all.add(added);
    image.originals = added.number;
    image.keptBytes += added.bytes;
    count(image, added, all);
    StoredOriginal.flush();
    return new Outcome(image, true);
  }

  /** @param changed false if the image has these very bytes already */
  record Outcome(Image image, boolean changed) {}

  private static Image checked(Optional<Image> found) {
    Image image = found.orElseThrow(Problem::notFound);
    if (image.isTrashed()) {
      throw Problem.conflict("in-trash", "The picture is in the trash: take it out before its original is replaced.");
    }
    if (image.originals >= MOST) {
      throw Problem.conflict("too-many-originals", "The original was replaced " + (MOST - 1) + " times, which is the most.");
    }
    return image;
  }

  private static void refuse(Image same, UUID id) {
    throw same.id.equals(id)
        ? Problem.conflict(
            "earlier-original", "These bytes were the original before: revert to a version that was made from them.")
        : Problem.conflict("another-picture", "You have these bytes as another picture already: " + same.id + ".");
  }

  /** The first time, the file that the image came with gets its row too. */
  private static List<StoredOriginal> all(Image image) {
    if (image.originals > 1) {
      return new ArrayList<>(StoredOriginal.of(image.ownerId, image.id));
    }
    StoredOriginal first = StoredOriginal.first(image);
    first.persist();
    return new ArrayList<>(List.of(first));
  }

  private void count(Image image, StoredOriginal file, List<StoredOriginal> all) {
    image.become(file);
    outbox.publish(
        Topics.IMAGE_UPLOADED,
        new OriginalReplaced(
            image.id,
            image.ownerId,
            image.fileRevision,
            file.number,
            all.stream().map(StoredOriginal::told).toList(),
            image.uploadedAt,
            now()));
    LOG.infof("image %s of %s has original %d of %d", image.id, image.ownerId, file.number, all.size());
  }

  /**
   * The file counts that the current version is made from. Who told of the version but had not heard of the newest file yet
   * will make a version of that too, so it is not followed back.
   */
  @Transactional
  void follow(VersionEvent told) {
    Optional<Image> known = Image.locked(told.owner(), told.imageId()).filter(image -> !image.isPurged());
    if (known.isEmpty() || told.originals() < known.get().originals || told.version() <= known.get().version) {
      return;
    }
    Image image = known.get();
    image.version = told.version();
    if (told.original() != image.original) {
      List<StoredOriginal> all = StoredOriginal.of(image.ownerId, image.id);
      all.stream().filter(file -> file.number == told.original()).findFirst().ifPresent(file -> count(image, file, all));
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
