package pms.metadata.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;

/** Text as it may be stored and shown: composed Unicode without control characters, of bounded length. */
public final class PlainText {

  private static final Charset WESTERN = Charset.forName("windows-1252");

  /** Text from a file: what cannot be kept is left out. Empty when nothing is left. */
  public static Optional<String> clean(String text, int longest) {
    if (text == null) {
      return Optional.empty();
    }
    StringBuilder kept = new StringBuilder(Math.min(text.length(), longest));
    text.codePoints().filter(PlainText::mayStay).limit(longest).forEach(kept::appendCodePoint);
    String clean = Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
    return clean.isEmpty() ? Optional.empty() : Optional.of(clean);
  }

  /** Whether {@link #clean} would leave all characters in. PostgreSQL's jsonb takes neither NUL nor half a surrogate pair. */
  public static boolean isClean(String text) {
    return text.codePoints().allMatch(PlainText::mayStay);
  }

  /** UTF-8 where the bytes are that, else the Windows code page, which writers that do not say mostly mean. */
  static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, WESTERN);
    }
  }

  private static boolean mayStay(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> codePoint == '\n' || codePoint == '\t' || codePoint == '\r';
      case Character.SURROGATE -> false;
      default -> codePoint != 0xFFFE && codePoint != 0xFFFF;
    };
  }

  private PlainText() {}
}
