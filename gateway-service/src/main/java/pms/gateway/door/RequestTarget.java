package pms.gateway.door;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one spelling of a request target that passes. A path that two readers could read differently is refused before anyone
 * routes or guards by it: no empty or dotted segments, no parameters, no encoding of what means something in a path or needs
 * none. What is left reads the same raw and decoded, but for characters that are in none of our routes.
 */
final class RequestTarget {

  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9\\-._~!$&'()*+,:=@%]+");
  private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9\\-._~!$&'()*+,;:@=/?%\\[\\]]*");
  private static final Pattern BROKEN = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final Pattern ENCODED = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
  private static final Pattern NEVER_ENCODED = Pattern.compile("[A-Za-z0-9\\-._~/\\\\;%]|[\\p{Cc}\\p{Zl}\\p{Zp}]");
  private static final int MOST_PARAMETERS = 256;

  /** Empty when the target may pass, else what is wrong with it. */
  static Optional<String> fault(String target) {
    if (target == null || !target.startsWith("/")) {
      return Optional.of("The request target has to be a path.");
    }
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    try {
      checkPath(path);
      if (query >= 0) {
        checkQuery(target.substring(query + 1));
      }
      return Optional.empty();
    } catch (OddSpelling odd) {
      return Optional.of(odd.getMessage());
    }
  }

  private static void checkPath(String path) {
    if (path.equals("/")) {
      return;
    }
    for (String segment : path.substring(1).split("/", -1)) {
      require(!segment.isEmpty(), "The path has an empty segment or ends in a slash.");
      require(SEGMENT.matcher(segment).matches(), "The path has a character that does not belong there.");
      require(!segment.endsWith("."), "A segment of the path ends in a dot.");
      String decoded = decode(segment, true);
      require(!space(decoded.charAt(0)) && !space(decoded.charAt(decoded.length() - 1)), "A segment begins or ends with space.");
    }
  }

  private static void checkQuery(String query) {
    require(QUERY.matcher(query).matches(), "The query has a character that has to be encoded.");
    require(query.chars().filter(c -> c == '&').count() < MOST_PARAMETERS, "The query has too many parameters.");
    require(decode(query, false).indexOf(0) < 0, "The query holds a zero byte.");
  }

  private static String decode(String text, boolean inPath) {
    require(!BROKEN.matcher(text).find(), "A percent sign is not followed by two hex digits.");
    return ENCODED.matcher(text).replaceAll(run -> {
      String decoded = utf8(HexFormat.of().parseHex(run.group().replace("%", "")));
      require(!inPath || !NEVER_ENCODED.matcher(decoded).find(), "The path encodes a character that must not be encoded.");
      return Matcher.quoteReplacement(decoded);
    });
  }

  /** Strict: overlong forms and halves of characters are no text. */
  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new OddSpelling("Percent-encoded bytes are not UTF-8.");
    }
  }

  private static boolean space(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new OddSpelling(otherwise);
    }
  }

  private static final class OddSpelling extends RuntimeException {
    OddSpelling(String message) {
      super(message, null, false, false);
    }
  }

  private RequestTarget() {}
}
