package pms.upload.image;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pms.contracts.ObjectKeys;

/** An object key of {@link ObjectKeys#original} taken apart. */
record OriginalKey(String owner, UUID id) {

  private static final Pattern FORM =
      Pattern.compile(ObjectKeys.ORIGINALS + "([^/]+)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  /** Empty for what we did not put there, and so do not touch. */
  static Optional<OriginalKey> parse(String key) {
    Matcher matcher = FORM.matcher(key);
    return matcher.matches()
        ? Optional.of(new OriginalKey(matcher.group(1), UUID.fromString(matcher.group(2))))
        : Optional.empty();
  }

  String text() {
    return ObjectKeys.original(owner, id);
  }
}
