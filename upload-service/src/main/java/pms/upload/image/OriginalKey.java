package pms.upload.image;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pms.contracts.ObjectKeys;

/**
 * An object key of {@link ObjectKeys#original} or {@link ObjectKeys#replacement} taken apart.
 *
 * @param file null for the bytes that the image came with
 */
record OriginalKey(String owner, UUID id, UUID file) {

  private static final String UUID_FORM = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private static final Pattern FORM =
      Pattern.compile(ObjectKeys.ORIGINALS + "([^/]+)/(" + UUID_FORM + ")(?:\\.(" + UUID_FORM + "))?");

  /** Empty for what we did not put there, and so do not touch. */
  static Optional<OriginalKey> parse(String key) {
    Matcher matcher = FORM.matcher(key);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    UUID file = matcher.group(3) == null ? null : UUID.fromString(matcher.group(3));
    return Optional.of(new OriginalKey(matcher.group(1), UUID.fromString(matcher.group(2)), file));
  }

  String text() {
    return file == null ? ObjectKeys.original(owner, id) : ObjectKeys.replacement(owner, id, file);
  }
}
