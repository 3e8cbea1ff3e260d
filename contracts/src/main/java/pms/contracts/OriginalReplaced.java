package pms.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Another file counts as the image's original from now on: a new one, or one of before that a revert brought back. As it takes
 * the place of {@link ImageUploaded} in the compacted log, it tells all that was told there.
 *
 * @param revision grows by one with every record of the image; a lower one than already seen is stale
 * @param original number of the file that counts
 * @param originals every file that the image ever had, oldest first
 * @param uploadedAt when the image came
 */
public record OriginalReplaced(
    UUID imageId, String owner, long revision, int original, List<OriginalFile> originals, Instant uploadedAt, Instant at)
    implements UploadEvent {

  public OriginalReplaced {
    originals = List.copyOf(originals);
    int wanted = original;
    if (originals.stream().noneMatch(file -> file.number() == wanted)) {
      throw new IllegalArgumentException("original " + original + " is not among the files of " + imageId);
    }
  }

  @Override
  public OriginalFile file() {
    return originals.stream().filter(file -> file.number() == original).findFirst().orElseThrow();
  }
}
