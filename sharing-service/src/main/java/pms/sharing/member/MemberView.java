package pms.sharing.member;

import java.time.Instant;
import java.util.Map;
import pms.sharing.person.Label;

/**
 * Who has which role in an album.
 *
 * @param subject as they were invited; a mail address is shown only to owners of the album that it was invited to
 * @param name what they are called; null until they have come, for groups, and for those invited by mail
 * @param inherited true when the role comes from an album around this one, and is changed there
 */
record MemberView(String subject, String role, String name, Instant addedAt, boolean inherited) {

  private static final String SOMEBODY = "user:…";

  /**
   * @param names by user id
   * @param owner whether the reader owns the album
   */
  static MemberView of(Listed member, Map<String, String> names, boolean owner) {
    String name = member.label().isMail() ? null : member.userId().map(names::get).orElse(null);
    String subject = owner && member.out() == 0 ? member.label().text() : shown(member.label());
    return new MemberView(subject, member.role().text(), name, member.addedAt(), member.out() > 0);
  }

  /** What everybody who sees the album may read of somebody. */
  static String shown(Label label) {
    return label.isMail() ? SOMEBODY : label.text();
  }
}
