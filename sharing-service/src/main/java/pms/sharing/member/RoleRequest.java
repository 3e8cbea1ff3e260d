package pms.sharing.member;

import pms.kit.problem.Problem;
import pms.sharing.access.Role;
import pms.sharing.person.Label;

/**
 * Body that changes a member's role.
 *
 * @param role viewer, contributor, editor or owner
 */
record RoleRequest(String role) {

  static Role required(RoleRequest body, Label label) {
    if (body == null) {
      throw Problem.invalid("body", "is missing");
    }
    Role role = Role.parse(body.role);
    MemberRequest.requireOwnerIsNoGroup(label, role);
    return role;
  }
}
