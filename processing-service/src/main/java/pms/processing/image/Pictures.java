package pms.processing.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import pms.kit.access.Accesses;
import pms.kit.access.Right;
import pms.kit.caller.Caller;
import pms.kit.problem.Problem;

/** Finds what a caller may see; all else was never there. */
@ApplicationScoped
class Pictures {

  private final Accesses accesses;

  Pictures(Accesses accesses) {
    this.accesses = accesses;
  }

  /** Owners see theirs in the trash too; others need the sharing service's yes. */
  Image visible(UUID id, Caller caller) {
    Image image = find(id);
    boolean own = image.ownerId.equals(caller.id());
    if (!own && (image.trashed || !accesses.may(caller, id, Right.VIEW))) {
      throw Problem.notFound();
    }
    return image;
  }

  @Transactional(Transactional.TxType.SUPPORTS)
  StoredRendition rendition(Image image, int version, String size) {
    return switch (image.state) {
      case READY -> StoredRendition.of(image, version, size).orElseThrow(Problem::notFound);
      case FAILED -> throw Problem.of(404, "thumbnail-failed", "No thumbnail", image.reason);
      case PROCESSING, AWAITED -> throw new NotReady();
    };
  }

  private static Image find(UUID id) {
    return Image.of(id).filter(Image::isThere).orElseThrow(Problem::notFound);
  }

  /** Its thumbnails are being made: ask again soon. */
  static final class NotReady extends Problem {

    static final String TYPE = "thumbnail-not-ready";

    NotReady() {
      super(404, TYPE, "Thumbnail not ready", "The thumbnails are being made; ask again in a second.", List.of());
    }
  }
}
