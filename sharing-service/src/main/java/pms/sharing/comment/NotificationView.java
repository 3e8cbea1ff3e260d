package pms.sharing.comment;

import java.util.UUID;

/**
 * Somebody named the caller.
 *
 * @param kind {@code mention}
 * @param album null when it was said about an image
 * @param image null when it was said about an album
 */
record NotificationView(UUID id, String kind, UUID album, UUID image, CommentView comment) {

  static NotificationView of(Notification note, Comment comment, CommentView shown) {
    UUID image = comment.albumId == null ? comment.thingId : null;
    return new NotificationView(note.id, "mention", comment.albumId, image, shown);
  }
}
