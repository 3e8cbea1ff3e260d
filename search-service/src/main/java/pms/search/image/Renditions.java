package pms.search.image;

import java.util.regex.Pattern;
import pms.contracts.ThumbnailsFailed;
import pms.contracts.ThumbnailsReady;

/**
 * How the newest rendering of the newest version ended.
 *
 * @param perceptualHash 16 hex digits; null where it was not told, or was none
 * @param reason why there are none, for the owner's eyes; null when they are there
 */
public record Renditions(
    int version, Integer width, Integer height, String thumbhash, String perceptualHash, String reason) {

  private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{16}");

  static Renditions of(ThumbnailsReady event) {
    return new Renditions(event.version(), event.width(), event.height(), event.thumbhash(), hash(event), null);
  }

  static Renditions of(ThumbnailsFailed event) {
    String reason = event.reason() == null ? "The picture cannot be shown." : event.reason();
    return new Renditions(event.version(), null, null, null, null, reason);
  }

  private static String hash(ThumbnailsReady event) {
    String hash = event.perceptualHash();
    return hash != null && HASH.matcher(hash).matches() ? hash : null;
  }
}
