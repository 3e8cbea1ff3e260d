package pms.sharing.link;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The segment of a path that names a link: the token, with the owner's own words before it if there are any. The words alone
 * open nothing, so they need not be unique, and nobody learns from them which links others have.
 *
 * @param slug empty when the address does without
 */
record LinkAddress(Optional<String> slug, LinkToken token) {

  static final String SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*";
  private static final Pattern SEGMENT =
      Pattern.compile("(?:(?<slug>" + SLUG + ")-)?(?<token>[A-Za-z0-9_-]{" + LinkToken.LETTERS + "})");

  /** Empty for what cannot be an address of ours. */
  static Optional<LinkAddress> parse(String segment) {
    if (segment == null || segment.length() > LinkToken.LETTERS + 1 + LinkFields.LONGEST_SLUG) {
      return Optional.empty();
    }
    Matcher parts = SEGMENT.matcher(segment);
    return parts.matches()
        ? Optional.of(new LinkAddress(Optional.ofNullable(parts.group("slug")), new LinkToken(parts.group("token"))))
        : Optional.empty();
  }

  boolean names(Link link) {
    return slug.isEmpty() || slug.get().equals(link.slug);
  }

  static String segment(String slug, LinkToken token) {
    return slug == null ? token.value() : slug + "-" + token.value();
  }
}
