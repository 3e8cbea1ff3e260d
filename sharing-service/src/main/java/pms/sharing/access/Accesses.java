package pms.sharing.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import pms.sharing.image.Images;

/** The one place that decides who may do what with an image. */
@ApplicationScoped
class Accesses {

  private final Images images;

  Accesses(Images images) {
    this.images = images;
  }

  Access decide(String caller, UUID image, Right right) {
    return switch (right) {
      case VIEW, DOWNLOAD, EDIT -> new Access(images.isOwner(caller, image));
    };
  }
}
