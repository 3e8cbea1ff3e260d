package pms.metadata.extract;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.imaging.formats.tiff.TiffField;

/**
 * The value of one TIFF field, read from its bytes by the field's own type, since cameras do not always use the type that
 * a tag is meant to have. A fraction by zero is unknown, here a NaN.
 *
 * @see <a href="https://www.cipa.jp/e/std/std-sec.html">CIPA DC-008 (Exif), section 4.6</a>
 */
final class TagValue {

  static final int LONGEST_TEXT = 2_000;
  static final int MOST_NUMBERS = 64;

  private static final int BYTE = 1;
  private static final int TEXT = 2;
  private static final int UNDEFINED = 7;

  private static final int CODE = 8;

  private final TiffField field;
  private final int type;
  private final byte[] bytes;

  TagValue(TiffField field) {
    this.field = field;
    this.type = field.getFieldType().getType();
    this.bytes = field.getByteArrayValue();
  }

  /** The finite or unknown numbers of a numeric field, at most {@value #MOST_NUMBERS}. */
  List<Double> numbers() {
    int size = numberSize();
    if (size == 0) {
      return List.of();
    }
    List<Double> numbers = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(bytes).order(field.getByteOrder());
    while (in.remaining() >= size && numbers.size() < MOST_NUMBERS) {
      numbers.add(number(in));
    }
    return numbers;
  }

  /** The first number, if there is one and it is known. */
  Optional<Double> number() {
    return numbers().stream().findFirst().filter(Double::isFinite);
  }

  /** Text in any of the ways in which text is put into a tag. */
  Optional<String> text() {
    if (type == TEXT) {
      return PlainText.clean(PlainText.decode(upToNul(bytes)), LONGEST_TEXT);
    }
    if (isWindowsText()) {
      return PlainText.clean(upToNul(new String(bytes, StandardCharsets.UTF_16LE)), LONGEST_TEXT);
    }
    if (field.getTag() == ExifNumbers.USER_COMMENT) {
      return comment();
    }
    return type == UNDEFINED && field.getTag() != ExifNumbers.MAKER_NOTE && isPrintable()
        ? PlainText.clean(PlainText.decode(upToNul(bytes)), LONGEST_TEXT)
        : Optional.empty();
  }

  /** Eight bytes tell how the text is written. */
  private Optional<String> comment() {
    if (bytes.length <= CODE) {
      return Optional.empty();
    }
    String code = new String(bytes, 0, CODE, StandardCharsets.ISO_8859_1);
    byte[] text = Arrays.copyOfRange(bytes, CODE, Math.min(bytes.length, LONGEST_TEXT * 4));
    Charset utf16 = field.getByteOrder() == ByteOrder.LITTLE_ENDIAN ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    return switch (code.trim()) {
      case "UNICODE" -> PlainText.clean(upToNul(new String(text, utf16)), LONGEST_TEXT);
      case "ASCII", "" -> PlainText.clean(PlainText.decode(upToNul(text)), LONGEST_TEXT);
      default -> Optional.empty();
    };
  }

  /** As it is listed: text, a number, a list of numbers, or how many bytes there are. */
  Object listed() {
    Optional<String> text = text();
    if (text.isPresent() || type == TEXT) {
      return text.orElse("");
    }
    if (type == UNDEFINED || (type == BYTE && bytes.length > 8)) {
      return "(" + bytes.length + " bytes)";
    }
    List<Double> numbers = numbers();
    if (numbers.size() == MOST_NUMBERS) {
      return "(" + bytes.length / numberSize() + " numbers)";
    }
    List<Object> listed = numbers.stream().map(TagValue::listed).toList();
    return listed.size() == 1 ? listed.getFirst() : listed;
  }

  private static Object listed(double number) {
    if (!Double.isFinite(number)) {
      return "undefined";
    }
    return number == Math.rint(number) && Math.abs(number) < 1e15 ? (Object) (long) number : (Object) number;
  }

  private int numberSize() {
    return switch (type) {
      case BYTE, 6 -> 1;
      case 3, 8 -> 2;
      case 4, 9, 11, 13 -> 4;
      case 5, 10, 12 -> 8;
      default -> 0;
    };
  }

  private double number(ByteBuffer in) {
    return switch (type) {
      case BYTE -> in.get() & 0xFF;
      case 6 -> in.get();
      case 3 -> in.getShort() & 0xFFFF;
      case 8 -> in.getShort();
      case 4, 13 -> in.getInt() & 0xFFFFFFFFL;
      case 9 -> in.getInt();
      case 5 -> fraction(in.getInt() & 0xFFFFFFFFL, in.getInt() & 0xFFFFFFFFL);
      case 10 -> fraction(in.getInt(), in.getInt());
      case 11 -> in.getFloat();
      default -> in.getDouble();
    };
  }

  private static double fraction(long numerator, long denominator) {
    return denominator == 0 ? Double.NaN : (double) numerator / denominator;
  }

  /** Windows writes XPTitle and its like as UTF-16 in a tag of bytes. */
  private boolean isWindowsText() {
    return type == BYTE && field.getTag() >= 0x9C9B && field.getTag() <= 0x9C9F;
  }

  private boolean isPrintable() {
    byte[] start = upToNul(bytes);
    for (byte b : start) {
      if (b < 0x20 || b > 0x7E) {
        return false;
      }
    }
    return start.length > 0;
  }

  private static byte[] upToNul(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return Arrays.copyOf(bytes, Math.min(end, LONGEST_TEXT * 4));
  }

  private static String upToNul(String text) {
    int end = text.indexOf(0);
    return end < 0 ? text : text.substring(0, end);
  }
}
