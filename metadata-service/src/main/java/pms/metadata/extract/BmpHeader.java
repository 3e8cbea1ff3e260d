package pms.metadata.extract;

import java.io.DataInputStream;
import java.io.IOException;

/**
 * A BMP tells its size and nothing else that we could show.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/gdi/bitmap-header-types">bitmap headers</a>
 */
final class BmpHeader {

  private static final int OLD = 12;

  static void read(DataInputStream in, Payloads found) throws IOException {
    if (in.readUnsignedShort() != 0x424D) {
      throw new IOException("does not begin like a BMP");
    }
    in.skipNBytes(12);
    boolean old = Integer.reverseBytes(in.readInt()) == OLD;
    int width = old ? littleShort(in) : Integer.reverseBytes(in.readInt());
    int height = old ? littleShort(in) : Integer.reverseBytes(in.readInt());
    found.size(width, Math.abs(height)); // Below zero means from top to bottom.
  }

  private static int littleShort(DataInputStream in) throws IOException {
    return Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
  }

  private BmpHeader() {}
}
