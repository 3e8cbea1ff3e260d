package pms.sharing.album;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
import pms.sharing.access.AlbumRights;
import pms.sharing.access.Right;
import pms.sharing.image.Images;
import pms.sharing.image.NewImages;
import pms.sharing.person.Visitor;

/** Adding to an album: what is not known yet is asked for first, outside the transaction that then adds. */
@ApplicationScoped
class Additions {

  private final AlbumRights rights;
  private final AlbumItems items;
  private final Images images;
  private final NewImages newImages;
  private final Visitor visitor;

  Additions(AlbumRights rights, AlbumItems items, Images images, NewImages newImages, Visitor visitor) {
    this.rights = rights;
    this.items = items;
    this.images = images;
    this.newImages = newImages;
    this.visitor = visitor;
  }

  ItemsAdded add(UUID album, ImageIds body) {
    SequencedSet<UUID> wanted = ImageIds.required(body);
    rights.require(visitor.subjects(), album, Right.CONTRIBUTE);
    learn(wanted, body);
    return items.add(visitor.subjects(), album, body, wanted);
  }

  private void learn(SequencedSet<UUID> wanted, ImageIds body) {
    SequencedSet<UUID> unknown = new LinkedHashSet<>(wanted);
    unknown.removeAll(images.known(visitor.id(), wanted));
    newImages.learnAll(visitor.id(), visitor.authorization(), unknown).ifPresent(missing -> {
      throw body.notThere(Set.of(missing));
    });
  }
}
