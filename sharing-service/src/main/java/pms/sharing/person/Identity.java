package pms.sharing.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pms.kit.caller.Caller;

/**
 * Who a token says its bearer is.
 *
 * @param name login name in lower case; null when the token has none
 * @param mail in lower case; null unless verified, since anybody can type anybody's address
 * @param groups sorted
 */
record Identity(String id, String name, String mail, String displayName, List<String> groups) {

  static Identity of(Caller caller) {
    boolean verified = "true".equals(caller.claim("email_verified"));
    return new Identity(
        caller.id(),
        lower(caller.name()),
        verified ? lower(caller.claim("email")) : null,
        caller.claim("name"),
        caller.groups().stream().sorted().toList());
  }

  /** What an invitation to this person may be addressed to. A name that looks like an address or an id is none of its own. */
  List<String> labels() {
    List<String> labels = new ArrayList<>();
    if (name != null && Label.isName(name)) {
      labels.add(Label.user(name));
    }
    if (mail != null && Label.isMail(mail)) {
      labels.add(Label.user(mail));
    }
    return labels;
  }

  private static String lower(String text) {
    return text == null || text.isBlank() ? null : text.toLowerCase(Locale.ROOT);
  }
}
