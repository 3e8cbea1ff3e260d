package pms.metadata.extract;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The name of a colour profile.
 *
 * @see <a href="https://www.color.org/specification/ICC.1-2022-05.pdf">ICC.1, sections 7.3, 9.2.41 and 10.15</a>
 */
final class IccProfile {

  private static final int HEADER = 128;
  private static final int MOST_TAGS = 200;

  /** Empty when there is none, or when what is there is no profile. */
  static Optional<String> name(byte[] profile) {
    ByteBuffer in = ByteBuffer.wrap(profile);
    try {
      int tags = Math.min(in.getInt(HEADER), MOST_TAGS);
      for (int tag = 0; tag < tags; tag++) {
        int entry = HEADER + 4 + tag * 12;
        if (text(in, entry, 4).equals("desc")) {
          return PlainText.clean(description(in, in.getInt(entry + 4)), 100);
        }
      }
    } catch (IndexOutOfBoundsException broken) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** Version 2 has one text, version 4 one a language, of which the first is taken. */
  private static String description(ByteBuffer in, int at) {
    return switch (text(in, at, 4)) {
      case "desc" -> upToNul(text(in, at + 12, in.getInt(at + 8)));
      case "mluc" -> upToNul(new String(bytes(in, at + in.getInt(at + 24), in.getInt(at + 20)), StandardCharsets.UTF_16BE));
      default -> null;
    };
  }

  private static String text(ByteBuffer in, int at, int length) {
    return new String(bytes(in, at, length), StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(ByteBuffer in, int at, int length) {
    if (length < 0 || length > in.capacity()) {
      throw new IndexOutOfBoundsException(length);
    }
    byte[] bytes = new byte[length];
    in.get(at, bytes);
    return bytes;
  }

  private static String upToNul(String text) {
    int end = text.indexOf(0);
    return end < 0 ? text : text.substring(0, end);
  }

  private IccProfile() {}
}
