package pms.metadata.extract;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Files of boxes with metadata of our choice. */
final class Boxes {

  static final UUID CANON = UUID.fromString("85c0b687-820f-11e0-8111-f4ce462b6a48");

  /** A HEIC or AVIF of 60 × 40 stored pixels whose items lie behind the directory. */
  static byte[] heif(String brand, byte[] exif, String xmp, byte[]... properties) {
    byte[] exifItem = joined(ByteBuffer.allocate(4).putInt(6).array(), ascii("Exif\0\0"), exif);
    byte[] xmpItem = xmp.getBytes(StandardCharsets.UTF_8);
    byte[] start = box("ftyp", ascii(brand), new byte[4], ascii("mif1"), ascii(brand));
    int metaLength = meta(0, exifItem, xmpItem, properties).length;
    byte[] meta = meta(start.length + metaLength + 8, exifItem, xmpItem, properties);
    return joined(start, meta, box("mdat", exifItem, xmpItem));
  }

  private static byte[] meta(int data, byte[] exif, byte[] xmp, byte[]... properties) {
    ByteBuffer locations = ByteBuffer.allocate(4 + 2 * 14).putShort((short) 0x4400).putShort((short) 2);
    location(locations, 2, data, exif.length);
    location(locations, 3, data + exif.length, xmp.length);
    ByteBuffer associations = ByteBuffer.allocate(7 + properties.length).putInt(1).putShort((short) 1).put((byte) properties.length);
    for (int i = 1; i <= properties.length; i++) {
      associations.put((byte) i);
    }
    byte[] entries = joined(entry(1, "hvc1"), entry(2, "Exif"), entry(3, "mime", "application/rdf+xml\0"));
    return full("meta",
        full("pitm", new byte[] {0, 1}),
        full("iinf", new byte[] {0, 3}, entries),
        full("iloc", locations.array()),
        box("iprp", box("ipco", properties), full("ipma", associations.array())));
  }

  static byte[] size(int width, int height) {
    return full("ispe", ByteBuffer.allocate(8).putInt(width).putInt(height).array());
  }

  /** @param quarters of a turn against the clock */
  static byte[] turn(int quarters) {
    return box("irot", new byte[] {(byte) quarters});
  }

  static byte[] displayP3() {
    return box("colr", ascii("nclx"), new byte[] {0, 12, 0, 13, 0, 6, (byte) 0x80});
  }

  /** Canon's CR3: each directory of EXIF as a TIFF of its own. */
  static byte[] cr3(byte[] root, byte[] exif, byte[] gps) {
    byte[] uuid = ByteBuffer.allocate(16).putLong(CANON.getMostSignificantBits()).putLong(CANON.getLeastSignificantBits()).array();
    byte[] canon = box("uuid", uuid, box("CMT1", root), box("CMT2", exif), box("CMT4", gps));
    return joined(box("ftyp", ascii("crx ")), box("moov", canon), box("mdat", new byte[2000]));
  }

  static byte[] full(String type, byte[]... contents) {
    return box(type, joined(new byte[4], joined(contents)));
  }

  static byte[] box(String type, byte[]... contents) {
    byte[] content = joined(contents);
    return joined(ByteBuffer.allocate(8).putInt(content.length + 8).put(ascii(type)).array(), content);
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] entry(int id, String type, String... rest) {
    byte[] head = ByteBuffer.allocate(8).put((byte) 2).put(new byte[3]).putShort((short) id).putShort((short) 0).array();
    return box("infe", head, ascii(type), new byte[1], ascii(String.join("", rest)));
  }

  private static void location(ByteBuffer out, int id, int offset, int length) {
    out.putShort((short) id).putShort((short) 0).putShort((short) 1).putInt(offset).putInt(length);
  }

  private Boxes() {}
}
