package pms.upload.image;

import java.time.Instant;
import java.util.UUID;

/** What another service is told about an image that it has not heard of yet. */
record ImageReceipt(
    UUID id,
    String owner,
    String fileName,
    String type,
    long bytes,
    String sha256,
    Integer width,
    Integer height,
    Instant uploadedAt,
    boolean trashed) {

  static ImageReceipt of(Image image) {
    return new ImageReceipt(
        image.id,
        image.ownerId,
        image.fileName,
        image.type,
        image.bytes,
        image.sha256,
        image.width,
        image.height,
        image.uploadedAt,
        image.isTrashed());
  }
}
