package pms.upload.guest;

import java.time.Instant;
import java.util.UUID;

/**
 * A picture that waits, as sharing-service is told of it.
 *
 * @param guest what its sender called themselves; null when nothing
 * @param objectKey where its bytes lie
 */
record GuestPictureView(
    UUID id,
    String owner,
    UUID link,
    String guest,
    String fileName,
    String type,
    long bytes,
    Integer width,
    Integer height,
    Instant receivedAt,
    String objectKey) {

  static GuestPictureView of(GuestPicture picture) {
    return new GuestPictureView(
        picture.id, picture.ownerId, picture.linkId, picture.guestName, picture.fileName, picture.type, picture.bytes,
        picture.width, picture.height, picture.receivedAt, picture.taken().objectKey());
  }
}
