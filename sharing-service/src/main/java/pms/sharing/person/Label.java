package pms.sharing.person;

import java.util.Locale;
import java.util.regex.Pattern;
import pms.kit.problem.Problem;

/**
 * Whom somebody means: {@code user:bob} by login name, {@code user:bob@example.org} by mail, {@code user:<id>}, {@code
 * group:family} or {@code user:me}.
 *
 * <p>With an at sign it is always a mail address and in the form of an id always an id, so that nobody can take an invitation
 * by choosing such a login name.
 */
public record Label(String text) {

  private static final String USER = "user:";
  private static final String GROUP = "group:";
  private static final int LONGEST = 255;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** @param field to be named when the text is no label */
  public static Label parse(String field, String text) {
    if (text != null && text.startsWith(USER) && isPlain(text.substring(USER.length()))) {
      return new Label(text.toLowerCase(Locale.ROOT));
    }
    if (text != null && text.startsWith(GROUP) && isPlain(text.substring(GROUP.length()))) {
      return new Label(text);
    }
    throw Problem.invalid(field, "must be user:<name>, user:<mail>, user:<id> or group:<name>");
  }

  /** One that was parsed before and kept. */
  public static Label of(String text) {
    return new Label(text);
  }

  /** The founder of something: by name where there is one. */
  static Label of(Identity identity) {
    return new Label(user(identity.name() == null ? identity.id() : identity.name()));
  }

  static String user(String who) {
    return USER + who;
  }

  static boolean isName(String who) {
    return !isMail(who) && !isId(who) && !who.equals("me");
  }

  static boolean isMail(String who) {
    return who.contains("@");
  }

  public boolean isMe() {
    return text.equals(USER + "me");
  }

  public boolean isGroup() {
    return text.startsWith(GROUP);
  }

  public boolean isMail() {
    return !isGroup() && isMail(who());
  }

  boolean isId() {
    return !isGroup() && isId(who());
  }

  /** Name, address, id or group, without the kind before it. */
  public String who() {
    return text.substring(text.indexOf(':') + 1);
  }

  private static boolean isId(String who) {
    return ID.matcher(who).matches();
  }

  private static boolean isPlain(String who) {
    return !who.isBlank()
        && who.equals(who.strip())
        && who.length() <= LONGEST
        && who.codePoints().noneMatch(character -> Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE);
  }
}
