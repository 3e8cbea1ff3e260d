package pms.sharing.mail;

import java.util.Locale;

/** What people are told by mail, and can refuse each by itself. */
public enum MailKind {
  INVITATIONS,
  PICTURES,
  COMMENTS,
  MENTIONS;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MailKind of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
