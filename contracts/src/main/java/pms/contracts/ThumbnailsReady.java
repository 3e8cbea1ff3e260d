package pms.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * All renditions of one version are stored and can be fetched.
 *
 * @param width pixels of the version, upright
 * @param height pixels of the version, upright
 * @param thumbhash base64 of the ThumbHash, a placeholder of about 25 bytes
 * @param perceptualHash 64 bits as 16 hex digits: pictures that look alike differ in few bits; null from older writers
 * @param original number of the {@link OriginalFile} that the version is, bare; 0 when it is an edit, or unknown to an older writer
 */
public record ThumbnailsReady(
    UUID imageId,
    String owner,
    int version,
    long revision,
    List<Rendition> renditions,
    int width,
    int height,
    String thumbhash,
    String perceptualHash,
    int original,
    Instant at)
    implements ThumbnailEvent {

  public ThumbnailsReady {
    renditions = List.copyOf(renditions);
    original = version == 1 ? 1 : original;
  }
}
