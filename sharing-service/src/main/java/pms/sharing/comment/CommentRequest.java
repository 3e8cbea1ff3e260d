package pms.sharing.comment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pms.kit.problem.Problem;

/** Body of a comment. */
record CommentRequest(@Schema(minLength = 1, maxLength = CommentText.LONGEST) String text) {

  static String required(CommentRequest body) {
    return CommentText.text(body == null ? null : body.text);
  }

  /** What a guest says, under a name of their choice. */
  record OfGuest(
      @Schema(minLength = 1, maxLength = CommentText.LONGEST_NAME) String name,
      @Schema(minLength = 1, maxLength = CommentText.LONGEST) String text) {

    static OfGuest required(OfGuest body) {
      if (body == null) {
        throw Problem.invalid("body", "is missing");
      }
      return new OfGuest(CommentText.name(body.name), CommentText.text(body.text));
    }
  }
}
