package pms.processing.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of bytes that a client asks for.
 *
 * @param first position of the first byte
 * @param last position of the last byte, inclusive
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-range">RFC 9110, Range</a>
 */
public record ByteRange(long first, long last) {

  private static final Pattern SINGLE = Pattern.compile("bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})", Pattern.CASE_INSENSITIVE);

  /**
   * The range that the header asks for, cut to what is there; empty when there is no header, or one that is to be ignored:
   * another unit, several ranges, nonsense.
   *
   * @throws NotSatisfiable when it asks for bytes behind the end only
   */
  public static Optional<ByteRange> of(String header, long length) throws NotSatisfiable {
    Matcher asked = SINGLE.matcher(header == null ? "" : header.strip());
    if (!asked.matches() || (asked.group(1).isEmpty() && asked.group(2).isEmpty())) {
      return Optional.empty();
    }
    return asked.group(1).isEmpty()
        ? Optional.of(suffix(Long.parseLong(asked.group(2)), length))
        : from(Long.parseLong(asked.group(1)), asked.group(2), length);
  }

  public long length() {
    return last - first + 1;
  }

  /** Value of the {@code Content-Range} header. */
  public String contentRange(long of) {
    return "bytes " + first + "-" + last + "/" + of;
  }

  private static ByteRange suffix(long wanted, long length) throws NotSatisfiable {
    if (wanted == 0 || length == 0) {
      throw new NotSatisfiable();
    }
    return new ByteRange(Math.max(0, length - wanted), length - 1);
  }

  private static Optional<ByteRange> from(long first, String end, long length) throws NotSatisfiable {
    long last = end.isEmpty() ? length - 1 : Long.parseLong(end);
    if (!end.isEmpty() && last < first) {
      return Optional.empty();
    }
    if (first >= length) {
      throw new NotSatisfiable();
    }
    return Optional.of(new ByteRange(first, Math.min(last, length - 1)));
  }

  /** Answered with 416. */
  public static final class NotSatisfiable extends Exception {}
}
