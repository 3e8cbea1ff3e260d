package pms.sharing.access;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import pms.kit.problem.Problem;

/**
 * A question about many images.
 *
 * @param ids at least one, at most {@value #MOST}
 * @param right view unless it says otherwise
 */
record AccessRequest(List<UUID> ids, String right) {

  static final int MOST = 1_000;

  static AccessRequest required(AccessRequest body) {
    if (body == null || body.ids == null || body.ids.isEmpty() || body.ids.contains(null)) {
      throw Problem.invalid("ids", "must name at least one image, and each by its id");
    }
    if (body.ids.size() > MOST) {
      throw Problem.invalid("ids", "must not name more than " + MOST + " images");
    }
    return body;
  }

  Right wanted() {
    return right == null ? Right.VIEW : Right.ofImage(right);
  }

  Set<UUID> images() {
    return new LinkedHashSet<>(ids);
  }
}
