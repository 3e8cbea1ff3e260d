package pms.metadata.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A PNG's chunks of text: tEXt in Latin-1, zTXt the same compressed, iTXt in UTF-8, compressed or not. XMP comes in one, too.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#11textinfo">PNG, third edition, section 11.3.3</a>
 */
final class PngText {

  private static final String XMP = "XML:com.adobe.xmp";
  private static final int LONGEST_KEYWORD = 79;

  /** Gives the bytes that were compressed; none when they are too many. */
  interface Inflation {
    byte[] of(byte[] compressed) throws IOException;
  }

  private final Payloads found;
  private final Inflation inflation;

  PngText(Payloads found, Inflation inflation) {
    this.found = found;
    this.inflation = inflation;
  }

  void read(String type, byte[] chunk) throws IOException {
    int text = afterNul(chunk, 0);
    String keyword = new String(chunk, 0, Math.max(0, text - 1), StandardCharsets.ISO_8859_1);
    if (keyword.isEmpty() || keyword.length() > LONGEST_KEYWORD || text >= chunk.length) {
      return;
    }
    switch (type) {
      case "tEXt" -> found.text(keyword, latin(chunk, text));
      case "zTXt" -> found.text(keyword, latin(inflation.of(Arrays.copyOfRange(chunk, text + 1, chunk.length)), 0));
      default -> international(keyword, chunk, text);
    }
  }

  /** After the keyword: compressed or not, method, language, NUL, translated keyword, NUL, text. */
  private void international(String keyword, byte[] chunk, int flag) throws IOException {
    if (flag + 2 > chunk.length) {
      return;
    }
    int text = afterNul(chunk, afterNul(chunk, flag + 2));
    byte[] written = Arrays.copyOfRange(chunk, text, chunk.length);
    byte[] bytes = chunk[flag] == 1 ? inflation.of(written) : written;
    if (keyword.equals(XMP)) {
      found.xmp(bytes);
    } else {
      found.text(keyword, new String(bytes, StandardCharsets.UTF_8));
    }
  }

  /** Where writers hold on to UTF-8 against the rule, that is what is read. */
  private static String latin(byte[] bytes, int from) {
    return PlainText.decode(Arrays.copyOfRange(bytes, Math.min(from, bytes.length), bytes.length));
  }

  static int afterNul(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != 0) {
      at++;
    }
    return Math.min(at + 1, bytes.length);
  }
}
