package pms.sharing.album;

import java.time.Instant;
import java.util.UUID;

/**
 * An image in an album.
 *
 * @param id of the image
 * @param owner of the image
 */
record AlbumItemView(UUID id, String owner, String addedBy, Instant addedAt) {

  static AlbumItemView of(AlbumItem item) {
    return new AlbumItemView(item.imageId, item.imageOwner, item.addedBy, item.addedAt);
  }
}
