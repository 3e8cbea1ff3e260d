package pms.upload.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import org.jboss.logging.Logger;
import pms.contracts.Ids;
import pms.kit.problem.Problem;
import pms.upload.UploadConfig;
import pms.upload.body.FileName;
import pms.upload.body.IncomingFile;
import pms.upload.body.Incomplete;
import pms.upload.body.Pace;
import pms.upload.body.ReceivedStream;
import pms.upload.format.Head;
import pms.upload.format.Inspection;
import pms.upload.format.PixelSize;
import pms.upload.quota.Quotas;

/**
 * Takes pictures in: a look at the first bytes, then all of them into the store with no transaction open, then one short
 * transaction that makes the picture true and announces it.
 */
@ApplicationScoped
class Uploads {

  private static final Logger LOG = Logger.getLogger(Uploads.class);

  /** Enough for a header behind a camera's preview, profile and maker notes. */
  private static final int PEEK = 256 << 10;

  private final UploadConfig config;
  private final Turns turns;
  private final Quotas quotas;
  private final Originals originals;
  private final Images images;

  Uploads(UploadConfig config, Turns turns, Quotas quotas, Originals originals, Images images) {
    this.config = config;
    this.turns = turns;
    this.quotas = quotas;
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
    limit.check(file.leastBytes());
    ReceivedStream received = new ReceivedStream(file.content(), limit, pace());
    byte[] peek = peek(received);
    Inspection.Picture picture =
        new PictureRules(config.mostPixels()).check(Head.of(peek, peek.length < PEEK));

    Image image = image(owner, file, picture);
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(peek), received);
    image.sha256 = originals.store(image.objectKey(), image.type, file, all, received).hex();
    image.bytes = received.count();
    return register(image, allowed);
  }

  private Pace pace() {
    return new Pace(config.longest(), config.start(), config.slowest().asLongValue());
  }

  private static byte[] peek(ReceivedStream received) throws IOException {
    try {
      byte[] peek = received.readNBytes(PEEK);
      if (peek.length == 0) {
        throw Problem.invalid("file", "is empty");
      }
      return peek;
    } catch (IOException stopped) {
      throw received.failure().orElseThrow(() -> stopped);
    }
  }

  private static Image image(String owner, IncomingFile file, Inspection.Picture picture) {
    Image image = new Image();
    image.ownerId = owner;
    image.id = Ids.next();
    image.fileName = FileName.clean(file.fileName().orElse(""), "image." + picture.type().extension());
    image.type = picture.type().mediaType();
    image.width = picture.size().map(PixelSize::width).orElse(null);
    image.height = picture.size().map(PixelSize::height).orElse(null);
    return image;
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
