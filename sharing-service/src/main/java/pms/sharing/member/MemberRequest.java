package pms.sharing.member;

import pms.kit.problem.Problem;
import pms.sharing.access.Role;
import pms.sharing.person.Label;

/**
 * Body that makes somebody a member.
 *
 * @param subject user:bob by login name, user:bob@example.org by mail, user:&lt;id&gt; or group:family
 * @param role viewer, contributor, editor or owner
 */
record MemberRequest(String subject, String role) {

  static MemberRequest required(MemberRequest body) {
    if (body == null) {
      throw Problem.invalid("body", "is missing");
    }
    body.parsedRole();
    if (body.label().isMe()) {
      throw Problem.invalid("subject", "is yourself");
    }
    return body;
  }

  Label label() {
    return Label.parse("subject", subject);
  }

  Role parsedRole() {
    Role parsed = Role.parse(role);
    requireOwnerIsNoGroup(label(), parsed);
    return parsed;
  }

  /** A group may be empty, and then nobody would own the album. */
  static void requireOwnerIsNoGroup(Label label, Role role) {
    if (role == Role.OWNER && label.isGroup()) {
      throw Problem.invalid("role", "a group cannot own an album");
    }
  }
}
