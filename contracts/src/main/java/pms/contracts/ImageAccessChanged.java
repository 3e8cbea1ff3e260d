package pms.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The albums an image is in and the subjects it was granted to directly, as a snapshot.
 *
 * @param viewers subjects with a direct grant, such as {@code user:…} or {@code group:…}
 */
public record ImageAccessChanged(
    UUID imageId, String owner, long revision, List<UUID> albums, List<String> viewers, Instant at)
    implements AccessEvent {

  public ImageAccessChanged {
    albums = List.copyOf(albums);
    viewers = List.copyOf(viewers);
  }
}
