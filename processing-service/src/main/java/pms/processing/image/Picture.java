package pms.processing.image;

import java.util.UUID;
import pms.kit.problem.Problem;

/**
 * An image that the caller may see.
 *
 * @param fileName as its owner called it
 * @param type media type of the original that the current version is made from, or the one in hand
 * @param sha256 of the original
 * @param objectKey of the original
 * @param current number of the newest version
 * @param root number of the version that came with that original
 * @param originals how many there are
 * @param shown number of the newest version whose thumbnails are ready; 0 if none is
 * @param trashed it is in its owner's trash
 */
public record Picture(
    String owner,
    UUID id,
    String fileName,
    String type,
    long bytes,
    String sha256,
    String objectKey,
    int current,
    int root,
    int originals,
    int shown,
    boolean trashed) {

  static Picture of(Image image) {
    return new Picture(
        image.ownerId,
        image.id,
        image.fileName,
        image.type,
        image.bytes,
        image.sha256,
        image.objectKey,
        image.currentVersion,
        image.root,
        image.originals,
        image.shownVersion,
        image.trashed);
  }

  /** With the original that this version is made from. */
  Picture of(Version version) {
    if (version.root == root) {
      return this;
    }
    StoredOriginal file = StoredOriginal.rooted(key(), version.root).orElseThrow(Problem::notFound);
    return new Picture(
        owner, id, file.fileName, file.type, file.bytes, file.sha256, file.objectKey, current, version.root, originals, shown, trashed);
  }

  ImageKey key() {
    return new ImageKey(owner, id);
  }
}
