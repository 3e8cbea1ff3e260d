package pms.processing.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import pms.contracts.OriginalFile;
import pms.contracts.OriginalReplaced;
import pms.contracts.Topics;
import pms.contracts.VersionCreated;
import pms.kit.event.Outbox;
import pms.processing.recipe.Recipe;

/**
 * A new file of an image is a new version: the bare file. The event tells of all files there ever were, and each of them becomes
 * a version once; so it does not matter how often, how late and in which order the events come, or whether the log has kept
 * the earlier ones. Which version is current is decided here alone, and whoever cares follows the event that tells it.
 */
@ApplicationScoped
class Replacements {

  private static final Logger LOG = Logger.getLogger(Replacements.class);
  private static final String NOTE = "original replaced";

  private final Outbox outbox;

  Replacements(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Its thumbnails are made because of the event that this publishes, as those of an edit. */
  @Transactional
  void follow(OriginalReplaced told) {
    Image image = Image.lockOrMake(new ImageKey(told.owner(), told.imageId()));
    if (image.purged) {
      return;
    }
    Set<Integer> known = StoredOriginal.of(image.key()).stream().map(file -> file.number).collect(Collectors.toSet());
    for (OriginalFile file : told.originals()) {
      if (known.contains(file.number())) {
        continue;
      }
      if (file.number() == 1 && image.isThere()) {
        StoredOriginal.of(image.key(), file, 1).persist();
      } else {
        add(image, file, told);
      }
    }
  }

  private void add(Image image, OriginalFile file, OriginalReplaced told) {
    boolean first = !image.isThere();
    int before = image.currentVersion;
    int number = first ? 1 : before + 1;
    StoredOriginal stored = StoredOriginal.of(image.key(), file, number);
    stored.persist();
    image.currentVersion = number;
    image.originals = Math.max(image.originals, file.number());
    image.uploadedAt = told.uploadedAt();
    image.become(stored);
    Version version = version(image, file, number);
    version.persist();
    if (first) {
      // Its own event may have been compacted away.
      version.requeued = true;
      return;
    }
    version.note = NOTE;
    version.basedOn = before;
    outbox.publish(
        Topics.IMAGE_EDITED,
        new VersionCreated(
            image.id, image.ownerId, number, before, 0, 0, image.ownerId, image.original, image.originals, version.createdAt));
    LOG.infof("image %s has version %d with original %d", image.id, number, file.number());
  }

  private static Version version(Image image, OriginalFile file, int number) {
    Version version = Version.next(image.key(), number, Recipe.NONE);
    version.root = number;
    version.author = image.ownerId;
    version.createdAt = file.storedAt();
    version.bytes = file.bytes();
    return version;
  }
}
