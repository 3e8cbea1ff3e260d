package pms.sharing.album;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
import pms.kit.caller.Caller;
import pms.sharing.image.Images;
import pms.sharing.image.NewImages;

/** Adding to an album: what is not known yet is asked for first, outside the transaction that then adds. */
@ApplicationScoped
class Additions {

  private final Albums albums;
  private final AlbumItems items;
  private final Images images;
  private final NewImages newImages;
  private final Caller caller;

  Additions(Albums albums, AlbumItems items, Images images, NewImages newImages, Caller caller) {
    this.albums = albums;
    this.items = items;
    this.images = images;
    this.newImages = newImages;
    this.caller = caller;
  }

  ItemsAdded add(UUID album, ImageIds body) {
    SequencedSet<UUID> wanted = ImageIds.required(body);
    albums.get(caller.id(), album);
    learn(wanted, body);
    return items.add(new AlbumKey(caller.id(), album), body, wanted);
  }

  /** Stops at the first that is not there, so that guessing ids costs one question a request. */
  private void learn(SequencedSet<UUID> wanted, ImageIds body) {
    Set<UUID> unknown = new LinkedHashSet<>(wanted);
    unknown.removeAll(images.known(caller.id(), wanted));
    for (UUID image : unknown) {
      if (!newImages.learn(caller.id(), caller.authorization(), image)) {
        throw body.notThere(Set.of(image));
      }
    }
  }
}
