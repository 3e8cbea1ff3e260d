package pms.sharing.guest;

import java.time.Instant;
import java.util.UUID;

/**
 * A guest's picture that waits for a decision.
 *
 * @param guest what its sender called themselves; null when nothing
 * @param link it came by; may be revoked since
 * @param width null when its header does not tell
 * @param height null when its header does not tell
 */
record GuestPictureView(
    UUID id, String guest, UUID link, String fileName, String type, long bytes, Integer width, Integer height, Instant receivedAt) {

  static GuestPictureView of(WaitingPicture picture) {
    return new GuestPictureView(
        picture.id(), picture.guest(), picture.link(), picture.fileName(), picture.type(), picture.bytes(),
        picture.width(), picture.height(), picture.receivedAt());
  }
}
