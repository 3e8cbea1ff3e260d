package pms.metadata.extract;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lens in a maker's note, where nothing else names it: Canon writes its name, Nikon (in a TIFF structure of its own) and Sony
 * (in decimal digits) its focal lengths and apertures, and Sony a number that stands for a lens besides, see {@link SonyLenses}.
 *
 * @see <a href="https://exiftool.org/TagNames/Canon.html">Canon tag 0x0095</a>
 * @see <a href="https://exiftool.org/TagNames/Nikon.html">Nikon tag 0x0084</a>
 * @see <a href="https://exiftool.org/TagNames/Sony.html">Sony tags 0xb027 and 0xb02a</a>
 */
final class MakerLens {

  private static final int ENTRY = 12;
  private static final int MOST_ENTRIES = 300;
  private static final int CANON_NAME = 0x0095;
  private static final int LONGEST_NAME = 200;
  private static final byte[] NIKON = "Nikon\0".getBytes(StandardCharsets.US_ASCII);
  private static final int NIKON_TIFF = 10;
  private static final int NIKON_LENS = 0x0084;
  private static final int FRACTIONS = 4;
  private static final byte[] SONY = "SONY".getBytes(StandardCharsets.US_ASCII);
  private static final int SONY_DIRECTORY = 12;
  private static final int SONY_LENS = 0xB02A;
  private static final int SONY_NUMBER = 0xB027;
  private static final int DIGITS = 8;

  private final byte[] note;

  MakerLens(byte[] note) {
    this.note = note;
  }

  /** @param offset of the note in the TIFF structure: Canon's own offsets count from there */
  Optional<String> canon(int offset, ByteOrder order) {
    ByteBuffer in = ByteBuffer.wrap(note).order(order);
    try {
      return entry(in, 0, CANON_NAME).flatMap(entry -> {
        int length = Math.min(in.getInt(entry + 4), LONGEST_NAME);
        int at = in.getInt(entry + 8) - offset;
        return length <= 4 || at < 0 || at > note.length - length ? Optional.empty() : name(at, length);
      });
    } catch (IndexOutOfBoundsException | BufferUnderflowException broken) {
      return Optional.empty();
    }
  }

  /** Shortest and longest focal length, and the widest aperture at each, as EXIF's own tag has them; empty when there are none. */
  List<Double> nikon() {
    if (!JpegSegments.startsWith(note, NIKON) || note.length < NIKON_TIFF + 8) {
      return List.of();
    }
    ByteBuffer in = ByteBuffer.wrap(note, NIKON_TIFF, note.length - NIKON_TIFF).slice();
    in.order(in.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    try {
      return entry(in, in.getInt(4), NIKON_LENS).filter(entry -> in.getInt(entry + 4) == FRACTIONS)
          .map(entry -> fractions(in, in.getInt(entry + 8)))
          .orElse(List.of());
    } catch (IndexOutOfBoundsException | BufferUnderflowException broken) {
      return List.of();
    }
  }

  /** The same of Sony, whose own offsets count from the TIFF's beginning, too. */
  List<Double> sony(int offset, ByteOrder order) {
    ByteBuffer in = ByteBuffer.wrap(note).order(order);
    try {
      return entry(in, sonyDirectory(), SONY_LENS)
          .filter(entry -> in.getInt(entry + 4) == DIGITS)
          .map(entry -> digits(in, in.getInt(entry + 8) - offset))
          .orElse(List.of());
    } catch (IndexOutOfBoundsException | BufferUnderflowException broken) {
      return List.of();
    }
  }

  /** By Sony's number, unless it is another maker's lens. */
  Optional<String> sonyName(int offset, ByteOrder order) {
    ByteBuffer in = ByteBuffer.wrap(note).order(order);
    try {
      return entry(in, sonyDirectory(), SONY_NUMBER)
          .flatMap(entry -> SonyLenses.name(in.getInt(entry + 8), sony(offset, order)));
    } catch (IndexOutOfBoundsException | BufferUnderflowException broken) {
      return Optional.empty();
    }
  }

  private int sonyDirectory() {
    return JpegSegments.startsWith(note, SONY) ? SONY_DIRECTORY : 0;
  }

  /** Two bytes each for the focal lengths, one each for ten times the apertures; of fixed ones the second is zero. */
  private static List<Double> digits(ByteBuffer in, int at) {
    double shortest = decimal(in.get(at + 1)) * 100 + decimal(in.get(at + 2));
    double longest = decimal(in.get(at + 3)) * 100 + decimal(in.get(at + 4));
    double wide = decimal(in.get(at + 5)) / 10;
    double far = decimal(in.get(at + 6)) / 10;
    return List.of(shortest, longest == 0 ? shortest : longest, wide, far == 0 ? wide : far);
  }

  private static double decimal(byte digits) {
    int tens = (digits & 0xF0) >> 4;
    int ones = digits & 0x0F;
    return tens > 9 || ones > 9 ? Double.NaN : tens * 10 + ones;
  }

  private static List<Double> fractions(ByteBuffer in, int at) {
    List<Double> fractions = new ArrayList<>();
    for (int i = 0; i < FRACTIONS; i++) {
      long above = Integer.toUnsignedLong(in.getInt(at + 8 * i));
      long below = Integer.toUnsignedLong(in.getInt(at + 8 * i + 4));
      fractions.add(below == 0 ? Double.NaN : (double) above / below);
    }
    return fractions;
  }

  private static Optional<Integer> entry(ByteBuffer in, int directory, int tag) {
    int entries = Math.min(in.getShort(directory) & 0xFFFF, MOST_ENTRIES);
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY;
      if ((in.getShort(entry) & 0xFFFF) == tag) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  private Optional<String> name(int at, int length) {
    String text = new String(note, at, length, StandardCharsets.ISO_8859_1);
    int end = text.indexOf(0);
    return PlainText.clean(end < 0 ? text : text.substring(0, end), LONGEST_NAME);
  }
}
