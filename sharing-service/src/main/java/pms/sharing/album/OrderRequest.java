package pms.sharing.album;

import java.util.List;
import java.util.SequencedSet;
import java.util.UUID;
import pms.kit.problem.Problem;

/**
 * Body that moves images within an album: in the order given, right before or right after another.
 *
 * @param ids of the images to move
 * @param before the image that then follows them; null when {@code after} is given
 * @param after the image that they then follow; null when {@code before} is given
 */
record OrderRequest(List<String> ids, String before, String after) {

  static OrderRequest required(OrderRequest body) {
    if (body == null) {
      throw Problem.invalid("body", "is missing");
    }
    if ((body.before == null) == (body.after == null)) {
      throw Problem.invalid("before", "either before or after must name an image of the album");
    }
    return body;
  }

  ImageIds images() {
    return new ImageIds(ids);
  }

  SequencedSet<UUID> moved() {
    SequencedSet<UUID> moved = ImageIds.required(images());
    if (moved.contains(anchor())) {
      throw Problem.invalid(anchorField(), "is itself one of those that are moved");
    }
    return moved;
  }

  UUID anchor() {
    return ImageIds.parse(anchorField(), before == null ? after : before);
  }

  String anchorField() {
    return before == null ? "after" : "before";
  }

  boolean isBefore() {
    return before != null;
  }
}
