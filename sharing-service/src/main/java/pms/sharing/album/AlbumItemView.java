package pms.sharing.album;

import java.time.Instant;
import java.util.UUID;
import pms.sharing.view.Placeholder;

/**
 * An image in an album, with what a grid needs before it is fetched.
 *
 * @param id of the image
 * @param owner of the image
 * @param width pixels, upright; absent, like height and thumbhash, until it can be shown
 */
record AlbumItemView(
    UUID id, String owner, String addedBy, Instant addedAt, Integer width, Integer height, String thumbhash) {

  static AlbumItemView of(AlbumItem item, Placeholder shown) {
    return new AlbumItemView(
        item.imageId, item.imageOwner, item.addedBy, item.addedAt, shown.width(), shown.height(), shown.thumbhash());
  }
}
