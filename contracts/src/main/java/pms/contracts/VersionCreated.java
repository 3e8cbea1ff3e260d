package pms.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * An edit, or a file that replaced the original, made a new current version.
 *
 * @param version number of the new current version; history only grows
 * @param basedOn number of the version it was made from
 * @param width pixels of the version, upright; 0 as long as nobody has read a file that replaced the original
 * @param height pixels of the version, upright; 0 like the width
 * @param original number of the {@link OriginalFile} that the version is made from; older writers had but one
 * @param originals how many the writer had heard of
 */
public record VersionCreated(
    UUID imageId,
    String owner,
    int version,
    int basedOn,
    int width,
    int height,
    String author,
    int original,
    int originals,
    Instant at)
    implements VersionEvent {

  public VersionCreated {
    original = Math.max(1, original);
    originals = Math.max(original, originals);
  }
}
