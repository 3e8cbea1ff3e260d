package pms.upload.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;
import pms.kit.problem.Problem;
import pms.upload.UploadConfig;
import pms.upload.body.IncomingFile;
import pms.upload.body.Incomplete;
import pms.upload.quota.Quotas;

/**
 * Takes pictures in: a look at the first bytes, then all of them into the store with no transaction open, then one short
 * transaction that makes the picture true and announces it.
 */
@ApplicationScoped
class Uploads {

  private static final Logger LOG = Logger.getLogger(Uploads.class);

  private final UploadConfig config;
  private final Turns turns;
  private final Quotas quotas;
  private final Intake intake;
  private final Originals originals;
  private final Images images;

  Uploads(UploadConfig config, Turns turns, Quotas quotas, Intake intake, Originals originals, Images images) {
    this.config = config;
    this.turns = turns;
    this.quotas = quotas;
    this.intake = intake;
    this.originals = originals;
    this.images = images;
  }

  /** Where the file comes from: reading has to wait for its turn, and a form is read even to find the file in it. */
  interface Source {
    IncomingFile open() throws IOException;
  }

  /** @param allowed the owner's quota in bytes */
  ImageView receive(String owner, long allowed, Source source) throws Exception {
    return turns.take(() -> {
      try {
        return receive(owner, allowed, source.open());
      } catch (IOException cut) {
        throw Incomplete.of(cut, 0);
      }
    });
  }

  private ImageView receive(String owner, long allowed, IncomingFile file) throws IOException {
    SizeLimit limit = new SizeLimit(config.largest().asLongValue(), quotas.of(owner, allowed));
    return register(Image.of(intake.take(owner, limit, file)), allowed);
  }

  /**
   * What was surely not made true is deleted at once. After a commit with unknown outcome the bytes must stay, since the
   * row may be there; if it is not, the sweeper finds them.
   */
  private ImageView register(Image image, long allowed) {
    Optional<Image> same;
    try {
      same = images.register(image, allowed);
    } catch (Problem | PersistenceException refused) {
      originals.discard(image.objectKey());
      throw refused;
    }
    if (same.isPresent()) {
      originals.discard(image.objectKey());
      LOG.infof("image %s of %s uploaded again, %d bytes", same.get().id, image.ownerId, image.bytes);
      return ImageView.duplicate(same.get());
    }
    LOG.infof("image %s of %s uploaded, %s, %d bytes", image.id, image.ownerId, image.type, image.bytes);
    return ImageView.created(image);
  }
}
