package pms.metadata.extract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One box of an ISO base media file that lies in memory. Boxes are opened one level at a time and only where we know what
 * is in them, so however deep a file nests them, nothing recurses.
 *
 * @see <a href="https://www.iso.org/standard/83102.html">ISO/IEC 14496-12, section 4.2</a>
 */
record Box(String type, ByteBuffer content) {

  private static final int MOST = 10_000;

  /** The boxes in there, in order. A box that reaches beyond its parent ends with it, and is the last. */
  static List<Box> in(ByteBuffer parent) throws IOException {
    List<Box> boxes = new ArrayList<>();
    ByteBuffer in = parent.slice();
    while (in.remaining() >= 8) {
      if (boxes.size() == MOST) {
        throw new IOException("has more than " + MOST + " boxes in one");
      }
      long size = Integer.toUnsignedLong(in.getInt());
      String type = name(in);
      long content = size == 0 ? in.remaining() : (size == 1 ? in.getLong() - 16 : size - 8);
      if (content < 0) {
        throw new IOException("has a box of impossible length");
      }
      int length = (int) Math.min(content, in.remaining());
      boxes.add(new Box(type, in.slice(in.position(), length)));
      in.position(in.position() + length);
    }
    return boxes;
  }

  static Optional<ByteBuffer> first(List<Box> boxes, String type) {
    return boxes.stream().filter(box -> box.type.equals(type)).findFirst().map(box -> box.content.slice());
  }

  static String name(ByteBuffer in) {
    byte[] name = new byte[4];
    in.get(name);
    return new String(name, StandardCharsets.ISO_8859_1);
  }

  static byte[] rest(ByteBuffer in) {
    byte[] rest = new byte[in.remaining()];
    in.get(rest);
    return rest;
  }
}
