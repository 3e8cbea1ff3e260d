package pms.metadata.extract;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks a GIF's blocks up to its first picture and keeps the XMP packet among them.
 *
 * @see <a href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF 89a</a>
 * @see <a href="https://developer.adobe.com/xmp/docs/XMPSpecifications/">XMP specification, part 3, section 1.1.2</a>
 */
final class GifBlocks {

  private static final int EXTENSION = 0x21;
  private static final int APPLICATION = 0xFF;
  private static final int MOST_BLOCKS = 1_000;

  /** The packet is no list of pieces, so behind it stands one that leads every reader of pieces to its end. */
  private static final byte[] END = {1, (byte) 0xFF, (byte) 0xFE, (byte) 0xFD};

  private final DataInputStream in;
  private final Payloads found;

  GifBlocks(DataInputStream in, Payloads found) {
    this.in = in;
    this.found = found;
  }

  void read() throws IOException {
    if (!text(3).equals("GIF")) {
      throw new IOException("does not begin like a GIF");
    }
    in.skipNBytes(3);
    found.size(littleShort(), littleShort());
    int flags = in.readUnsignedByte();
    in.skipNBytes(2 + ((flags & 0x80) == 0 ? 0 : 3L << (flags & 7) + 1));
    for (int count = 0; count < MOST_BLOCKS && in.readUnsignedByte() == EXTENSION; count++) {
      boolean application = in.readUnsignedByte() == APPLICATION;
      String name = text(in.readUnsignedByte());
      byte[] pieces = pieces();
      if (application && name.equals("XMP DataXMP")) {
        found.xmp(Arrays.copyOf(pieces, end(pieces)));
      }
    }
  }

  /** With their lengths, which are letters of a packet. */
  private byte[] pieces() throws IOException {
    ByteArrayOutputStream pieces = new ByteArrayOutputStream();
    for (int length = in.readUnsignedByte(); length > 0; length = in.readUnsignedByte()) {
      if (pieces.size() > Payloads.LONGEST) {
        throw new IOException("has a block of metadata that is too large to be read");
      }
      pieces.write(length);
      byte[] piece = in.readNBytes(length);
      pieces.writeBytes(piece);
    }
    return pieces.toByteArray();
  }

  private static int end(byte[] packet) {
    for (int at = packet.length - END.length; at >= 0; at--) {
      if (Arrays.equals(packet, at, at + END.length, END, 0, END.length)) {
        return at;
      }
    }
    return packet.length;
  }

  private String text(int length) throws IOException {
    return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
  }

  private int littleShort() throws IOException {
    return in.readUnsignedByte() | in.readUnsignedByte() << 8;
  }
}
