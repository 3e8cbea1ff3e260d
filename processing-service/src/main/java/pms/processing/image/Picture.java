package pms.processing.image;

import java.util.UUID;

/**
 * An image that the caller may see.
 *
 * @param fileName as its owner called it
 * @param type media type of the original
 * @param sha256 of the original
 * @param objectKey of the original
 * @param current number of the newest version
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
        image.shownVersion,
        image.trashed);
  }

  ImageKey key() {
    return new ImageKey(owner, id);
  }
}
