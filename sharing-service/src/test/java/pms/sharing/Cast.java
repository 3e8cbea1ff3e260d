package pms.sharing;

import java.util.UUID;
import pms.platform.test.TestUser;
import pms.platform.test.TestUsers;

/** Everybody who can have to do with an album or not; made once, since each is an account of its own. */
final class Cast {

  private static Cast cast;

  final String group = "group-" + UUID.randomUUID();
  final TestUser owner = TestUsers.create();
  final TestUser editor = TestUsers.create();
  final TestUser contributor = TestUsers.create();
  final TestUser viewer = TestUsers.create();
  final TestUser groupMember = TestUsers.create(group);
  final TestUser grantee = TestUsers.create();
  final TestUser other = TestUsers.create();
  final TestUser admin = TestUsers.createAdmin();

  private Cast() {}

  static synchronized Cast get() {
    if (cast == null) {
      cast = new Cast();
    }
    return cast;
  }

  /** Null for nobody. */
  TestUser who(String persona) {
    return switch (persona) {
      case "owner" -> owner;
      case "editor" -> editor;
      case "contributor" -> contributor;
      case "viewer" -> viewer;
      case "group" -> groupMember;
      case "grantee" -> grantee;
      case "other" -> other;
      case "admin" -> admin;
      default -> null;
    };
  }
}
