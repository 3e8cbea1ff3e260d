package pms.processing.render;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Files as cameras build them around the JPEG that they show on their display. */
public final class RawFiles {

  static final int JPEG = 0x0201;
  static final int STRIP = 0x0111;

  private static final String CANON = "CR\2\0";

  /** Canon's: between its head and its directories it says so. */
  public static byte[] canon(byte[] large, byte[] small) {
    return tiff("II*\0", CANON, 7, JPEG, 1, large, small);
  }

  /**
   * Two directories, the second one linked as a sub-directory.
   *
   * @param magic the first four bytes, by which makers are told apart
   * @param offsetTag which tag tells where the large preview is
   */
  public static byte[] tiff(String magic, int compression, int offsetTag, int orientation, byte[] large, byte[] small) {
    return tiff(magic, "", compression, offsetTag, orientation, large, small);
  }

  private static byte[] tiff(
      String magic, String mark, int compression, int offsetTag, int orientation, byte[] large, byte[] small) {
    boolean little = magic.startsWith("I");
    int main = 8 + 2 * mark.length();
    int sub = main + 2 + 12 * 5 + 4;
    int data = sub + 2 + 12 * 4 + 4;
    ByteBuffer file = ByteBuffer.allocate(data + large.length + small.length + 64)
        .order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    file.put(Arrays.copyOf(latin(magic), 4)).putInt(main).put(latin(mark)).position(main);
    file.putShort((short) 5);
    entry(file, 0x0112, 3, orientation);
    entry(file, 0x014A, 4, sub);
    entry(file, JPEG, 4, data + large.length);
    entry(file, JPEG + 1, 4, small.length);
    entry(file, 0xC612, 4, 1);
    file.putInt(main).putShort((short) 4);
    entry(file, 0x0103, 3, compression);
    entry(file, offsetTag, 4, data);
    entry(file, offsetTag == JPEG ? JPEG + 1 : 0x0117, 4, large.length);
    entry(file, 0x0106, 3, 32803);
    file.putInt(sub);
    return file.put(large).put(small).array();
  }

  /** Fujifilm's tells its preview in its head. */
  public static byte[] fuji(byte[] preview) {
    ByteBuffer file = ByteBuffer.allocate(200 + preview.length);
    file.put(latin("FUJIFILMCCD-RAW 0201FF"));
    return file.putInt(84, 160).putInt(88, preview.length).position(160).put(preview).array();
  }

  private static void entry(ByteBuffer file, int tag, int type, int value) {
    file.putShort((short) tag).putShort((short) type).putInt(1);
    if (type == 3) {
      file.putShort((short) value).putShort((short) 0);
    } else {
      file.putInt(value);
    }
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private RawFiles() {}
}
