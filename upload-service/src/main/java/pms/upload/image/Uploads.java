package pms.upload.image;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import pms.contracts.Ids;
import pms.contracts.ObjectKeys;

/** Takes new pictures in; one short transaction makes a picture true and announces it. */
@ApplicationScoped
class Uploads {

  private static final Logger LOG = Logger.getLogger(Uploads.class);

  private final Ingest ingest;
  private final Images images;

  Uploads(Ingest ingest, Images images) {
    this.ingest = ingest;
    this.images = images;
  }

  /** @param allowed the owner's quota in bytes */
  ImageView receive(String owner, long allowed, Ingest.Source source) throws Exception {
    UUID id = Ids.next();
    return ingest.take(
        owner, allowed, source, ObjectKeys.original(owner, id), file -> register(file, Image.of(file.asNew(owner, id)), allowed));
  }

  private ImageView register(Received file, Image image, long allowed) {
    Optional<Image> same = images.register(image, allowed);
    if (same.isPresent()) {
      ingest.discard(file);
      LOG.infof("image %s of %s uploaded again, %d bytes", same.get().id, image.ownerId, image.bytes);
      return ImageView.duplicate(same.get());
    }
    LOG.infof("image %s of %s uploaded, %s, %d bytes", image.id, image.ownerId, image.type, image.bytes);
    return ImageView.created(image);
  }
}
