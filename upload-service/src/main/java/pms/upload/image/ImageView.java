package pms.upload.image;

import java.time.Instant;
import java.util.UUID;

/**
 * The answer to an upload, with the field names of an image everywhere else.
 *
 * @param state {@code processing} for a new one; null for a duplicate, whose state others know
 * @param duplicate null when it is new
 * @param trashed null unless it is a duplicate that lies in the trash
 */
record ImageView(
    UUID id,
    String owner,
    String sha256,
    long bytes,
    String type,
    String fileName,
    Integer width,
    Integer height,
    String state,
    Instant uploadedAt,
    Boolean duplicate,
    Boolean trashed) {

  static ImageView created(Image image) {
    return of(image, "processing", null, null);
  }

  static ImageView duplicate(Image image) {
    return of(image, null, true, image.isTrashed() ? true : null);
  }

  private static ImageView of(Image image, String state, Boolean duplicate, Boolean trashed) {
    return new ImageView(
        image.id,
        image.ownerId,
        image.sha256,
        image.bytes,
        image.type,
        image.fileName,
        image.width,
        image.height,
        state,
        image.uploadedAt,
        duplicate,
        trashed);
  }
}
