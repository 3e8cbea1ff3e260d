package pms.sharing.grant;

import pms.kit.problem.Problem;
import pms.sharing.access.Level;
import pms.sharing.person.Label;

/**
 * Body that gives somebody a right to an image.
 *
 * @param subject user:bob by login name, user:bob@example.org by mail, user:&lt;id&gt; or group:family
 * @param right view, download or edit; each includes the ones before
 */
record GrantRequest(String subject, String right) {

  static GrantRequest required(GrantRequest body) {
    if (body == null) {
      throw Problem.invalid("body", "is missing");
    }
    body.level();
    if (body.label().isMe()) {
      throw yourself();
    }
    return body;
  }

  static Problem yourself() {
    return Problem.invalid("subject", "is yourself");
  }

  Label label() {
    return Label.parse("subject", subject);
  }

  Level level() {
    return Level.parse(right);
  }
}
