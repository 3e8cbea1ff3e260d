package pms.sharing.comment;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A comment.
 *
 * @param author id of a member; null for a guest
 * @param name what the author is called; a guest's is not proven by anything
 * @param editedAt null when it stands as it was first said
 */
record CommentView(UUID id, String author, String name, boolean guest, String text, Instant createdAt, Instant editedAt) {

  static CommentView of(Comment comment, Map<String, String> names) {
    boolean guest = comment.authorId == null;
    String name = guest ? comment.guestName : names.get(comment.authorId);
    return new CommentView(
        comment.id, comment.authorId, name, guest, comment.text, comment.createdAt, comment.editedAt);
  }
}
