package pms.search.image;

import pms.contracts.ThumbnailsFailed;
import pms.contracts.ThumbnailsReady;

/**
 * How the newest rendering of the newest version ended.
 *
 * @param reason why there are none, for the owner's eyes; null when they are there
 */
public record Renditions(int version, Integer width, Integer height, String thumbhash, String reason) {

  static Renditions of(ThumbnailsReady event) {
    return new Renditions(event.version(), event.width(), event.height(), event.thumbhash(), null);
  }

  static Renditions of(ThumbnailsFailed event) {
    String reason = event.reason() == null ? "The picture cannot be shown." : event.reason();
    return new Renditions(event.version(), null, null, null, reason);
  }
}
