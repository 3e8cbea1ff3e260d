package pms.kit.strip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Set;

/**
 * The TIFF structure that holds EXIF, of which only as much is understood as is needed to take the place out of it.
 *
 * @see <a href="https://www.cipa.jp/std/documents/e/DC-X008-Translation-2019-E.pdf">Exif 2.32, section 4.6</a>
 */
final class Exif {

  /** Header, one entry, no further directory. */
  static final int MINIMAL = 26;

  private static final int ORIENTATION = 0x0112;
  private static final int GPS = 0x8825;
  /** XMP, IPTC, Photoshop's resources and notes in a maker's own language may all name the place once more. */
  private static final Set<Integer> TELLS_PLACE = Set.of(GPS, 0x02BC, 0x83BB, 0x8649, 0x927C, 0xC634);
  /** Directories within a directory: those of Exif, of interoperability, and any. */
  private static final Set<Integer> LEADS_ON = Set.of(0x8769, 0xA005, 0x014A);
  private static final int[] TYPE_BYTES = {1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
  private static final int ENTRY = 12;
  private static final int MOST_DIRECTORIES = 8;
  private static final int MOST_WITHIN = 64;

  private final ByteBuffer tiff;
  private int seen;

  private Exif(byte[] bytes) {
    this.tiff = ByteBuffer.wrap(bytes.clone());
    tiff.order(bytes.length > 0 && bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
  }

  /** 1 to 8; 1 where the block does not say. */
  static int orientation(byte[] tiff) {
    try {
      return new Exif(tiff).orientation();
    } catch (IndexOutOfBoundsException broken) {
      return 1;
    }
  }

  /** Nothing but the orientation. */
  static byte[] minimal(int orientation) {
    ByteBuffer exif = ByteBuffer.allocate(MINIMAL).put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
    exif.putShort((short) 1).putShort((short) ORIENTATION).putShort((short) 3).putInt(1);
    return exif.putShort((short) orientation).array();
  }

  /** As long as before, with zeros where the place was; nothing but the orientation if the block is broken. */
  static byte[] withoutPlace(byte[] tiff) {
    try {
      Exif exif = new Exif(tiff);
      exif.forgetPlace();
      return exif.tiff.array();
    } catch (IndexOutOfBoundsException broken) {
      return minimal(orientation(tiff));
    }
  }

  private int orientation() {
    int directory = directory(4);
    for (int i = 0; i < entries(directory); i++) {
      int entry = directory + 2 + i * ENTRY;
      int value = unsigned(entry + 8);
      if (unsigned(entry) == ORIENTATION && value >= 1 && value <= 8) {
        return value;
      }
    }
    return 1;
  }

  private void forgetPlace() {
    int pointer = 4;
    for (int i = 0; i < MOST_DIRECTORIES && tiff.getInt(pointer) != 0; i++) {
      int directory = directory(pointer);
      forgetPlace(directory);
      pointer = directory + 2 + entries(directory) * ENTRY;
    }
    // What hangs behind more directories than any camera writes is cut off.
    tiff.putInt(pointer, 0);
  }

  /** Also in those within it; of more of them than any camera writes nothing is believed. */
  private void forgetPlace(int directory) {
    if (++seen > MOST_WITHIN) {
      throw new IndexOutOfBoundsException(directory);
    }
    for (int i = entries(directory) - 1; i >= 0; i--) {
      int entry = directory + 2 + i * ENTRY;
      if (TELLS_PLACE.contains(unsigned(entry))) {
        forget(directory, i);
      } else if (LEADS_ON.contains(unsigned(entry))) {
        forgetWithin(entry);
      }
    }
  }

  /** One pointer stands in the entry itself, several lie elsewhere. */
  private void forgetWithin(int entry) {
    int count = tiff.getInt(entry + 4);
    if (count < 1) {
      throw new IndexOutOfBoundsException(count);
    }
    int pointers = count == 1 ? entry + 8 : tiff.getInt(entry + 8);
    for (int i = 0; i < count; i++) {
      forgetPlace(directory(pointers + 4 * i));
    }
  }

  private void forget(int directory, int index) {
    int entry = directory + 2 + index * ENTRY;
    if (unsigned(entry) == GPS) {
      wipeDirectory(directory(entry + 8));
    } else {
      wipeValue(entry);
    }
    int count = entries(directory);
    int after = directory + 2 + count * ENTRY + 4;
    System.arraycopy(tiff.array(), entry + ENTRY, tiff.array(), entry, after - entry - ENTRY);
    wipe(after - ENTRY, ENTRY);
    tiff.putShort(directory, (short) (count - 1));
  }

  private void wipeDirectory(int directory) {
    int count = entries(directory);
    for (int i = 0; i < count; i++) {
      wipeValue(directory + 2 + i * ENTRY);
    }
    wipe(directory, 2 + count * ENTRY);
  }

  /** A value of more than four bytes lies elsewhere. */
  private void wipeValue(int entry) {
    int type = unsigned(entry + 2);
    long bytes = (tiff.getInt(entry + 4) & 0xFFFFFFFFL) * TYPE_BYTES[type < TYPE_BYTES.length ? type : 0];
    if (bytes > 4) {
      wipe(tiff.getInt(entry + 8), bytes);
    }
  }

  private void wipe(int from, long length) {
    if (from < 0 || length > tiff.capacity() - (long) from) {
      throw new IndexOutOfBoundsException(from);
    }
    Arrays.fill(tiff.array(), from, (int) (from + length), (byte) 0);
  }

  private int directory(int pointer) {
    int directory = tiff.getInt(pointer);
    if (directory < 8) {
      throw new IndexOutOfBoundsException(directory);
    }
    return directory;
  }

  private int entries(int directory) {
    return unsigned(directory);
  }

  private int unsigned(int at) {
    return tiff.getShort(at) & 0xFFFF;
  }
}
