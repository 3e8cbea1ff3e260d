package pms.sharing.member;

import pms.kit.problem.Problem;
import pms.sharing.person.Label;

/**
 * Body that hands an album over.
 *
 * @param subject a member, as the list of members calls them
 */
record OwnerRequest(String subject) {

  static Label required(OwnerRequest body) {
    if (body == null) {
      throw Problem.invalid("body", "is missing");
    }
    Label label = Label.parse("subject", body.subject);
    if (label.isGroup()) {
      throw Problem.invalid("subject", "a group cannot own an album");
    }
    return label;
  }
}
