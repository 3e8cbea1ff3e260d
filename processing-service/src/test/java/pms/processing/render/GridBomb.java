package pms.processing.render;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A small AVIF or HEIC whose header promises a grid of 256 × 256 tiles, all of them the same one. */
final class GridBomb {

  private static final int SIDES = 256;

  /** @param side pixels of the whole, as the header has it */
  static byte[] of(String brand, String coding, int side) {
    byte[] grid = ByteBuffer.allocate(12).put((byte) 0).put((byte) 1).put((byte) (SIDES - 1)).put((byte) (SIDES - 1)).putInt(side).putInt(side).array();
    byte[] items = full("iinf", 0, shorts(2), item(1, "grid"), item(2, coding));
    byte[] sizes = box("ipco", full("ispe", 0, ints(side, side)), full("ispe", 0, ints(side / SIDES, side / SIDES)));
    byte[] whose = full("ipma", 0, ints(2), new byte[] {0, 1, 1, 1, 0, 2, 1, 2});
    // Both lie in the box of data: the grid's description, and a tile that is none.
    byte[] places = full("iloc", 1 << 24, new byte[] {0x44, 0}, shorts(2), shorts(1, 1, 0, 1), ints(0, grid.length), shorts(2, 1, 0, 1), ints(0, 4));
    short[] tiles = new short[SIDES * SIDES - 1];
    java.util.Arrays.fill(tiles, (short) 2);
    ByteBuffer made = ByteBuffer.allocate(4 + 2 * tiles.length).putShort((short) 1).putShort((short) tiles.length);
    for (short tile : tiles) {
      made.putShort(tile);
    }
    return joined(
        box("ftyp", text(brand), ints(0), text(brand), text("mif1"), text("miaf")),
        full(
            "meta", 0, full("hdlr", 0, ints(0), text("pict"), ints(0, 0, 0), new byte[1]), full("pitm", 0, shorts(1)), places, items,
            full("iref", 0, box("dimg", made.array())), box("iprp", sizes, whose), box("idat", grid)));
  }

  static byte[] item(int id, String type) {
    return full("infe", 2 << 24, shorts(id, 0), text(type), new byte[1]);
  }

  static byte[] full(String type, int versionAndFlags, byte[]... parts) {
    return box(type, joined(ints(versionAndFlags), joined(parts)));
  }

  static byte[] box(String type, byte[]... parts) {
    byte[] body = joined(parts);
    return joined(ints(8 + body.length), text(type), body);
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] ints(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
    bytes.asIntBuffer().put(values);
    return bytes.array();
  }

  static byte[] shorts(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * values.length);
    for (int value : values) {
      bytes.putShort((short) value);
    }
    return bytes.array();
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private GridBomb() {}
}
