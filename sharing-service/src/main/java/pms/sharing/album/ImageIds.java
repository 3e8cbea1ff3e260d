package pms.sharing.album;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
import pms.kit.problem.FieldError;
import pms.kit.problem.Problem;

/**
 * Body with ids of images, as texts so that each wrong one can be named.
 *
 * @param ids at least one, at most {@value #MOST}
 */
record ImageIds(List<String> ids) {

  static final int MOST = 1_000;

  static final String NOT_IN_ALBUM = "is not an image of this album";

  static SequencedSet<UUID> required(ImageIds body) {
    if (body == null || body.ids == null || body.ids.isEmpty()) {
      throw Problem.invalid("ids", "must name at least one image");
    }
    if (body.ids.size() > MOST) {
      throw Problem.invalid("ids", "must not name more than " + MOST + " images");
    }
    return body.parsed();
  }

  /** Only the usual form with four hyphens; {@link UUID#fromString} alone takes more. */
  static UUID parse(String field, String text) {
    return parse(field, text, "is not the id of an image");
  }

  static UUID parse(String field, String text, String complaint) {
    if (text == null || !text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      throw Problem.invalid(field, complaint);
    }
    return UUID.fromString(text);
  }

  /** 404 that names the field. */
  static Problem notThere(String field, String message) {
    return notThere(List.of(new FieldError(field, message)));
  }

  /** 404 that names the place of each such id in the body. */
  Problem notThere(Set<UUID> missing) {
    return notThere(missing, "is not an image of yours, or is in the trash");
  }

  Problem notThere(Set<UUID> missing, String complaint) {
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      if (missing.contains(UUID.fromString(ids.get(i)))) {
        errors.add(new FieldError("ids[" + i + "]", complaint));
      }
    }
    return notThere(errors);
  }

  private static Problem notThere(List<FieldError> errors) {
    Problem problem = Problem.notFound();
    return new Problem(problem.status(), problem.type(), problem.title(), problem.getMessage(), errors);
  }

  private SequencedSet<UUID> parsed() {
    SequencedSet<UUID> parsed = new LinkedHashSet<>();
    for (int i = 0; i < ids.size(); i++) {
      parsed.add(parse("ids[" + i + "]", ids.get(i)));
    }
    return parsed;
  }
}
