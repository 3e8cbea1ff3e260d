package pms.processing.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Small files that are large inside. */
public final class Bombs {

  static final BufferedImage SCENE = TestPictures.scene(200, 100);

  private static final int PAGE = 18;
  private static final int PAGES = 65_534;
  private static final int SWOLLEN = 64 << 20;

  /** By their names. */
  public static Map<String, byte[]> all() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("a png of 30,000 × 30,000", TestPictures.pngThatClaims(30_000, 30_000));
    all.put("a text that swells", text());
    all.put("a profile that swells", profile());
    all.put("10,000 frames", frames());
    all.put("directories in a circle", circle());
    all.put("65,535 pages", pages());
    all.put("1,000 scans", scans());
    all.put("an avif grid", GridBomb.of("avif", "av01", 65_280));
    all.put("a heic grid", GridBomb.of("heic", "hvc1", 1_048_320));
    all.put("a drawing of itself", drawing());
    return all;
  }

  static byte[] frames() {
    byte[] gif = TestPictures.gif(SCENE);
    ByteArrayOutputStream animation = new ByteArrayOutputStream();
    animation.write(gif, 0, gif.length - 1);
    byte[] frame = {0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4C, 1, 0};
    for (int i = 0; i < 10_000; i++) {
      animation.writeBytes(frame);
    }
    animation.write(0x3B);
    return animation.toByteArray();
  }

  static byte[] text() {
    return after(TestPictures.png(SCENE), "zTXt", joined(latin("Comment\0\0"), deflated()));
  }

  static byte[] profile() {
    return after(TestPictures.png(SCENE), "iCCP", joined(latin("Profile\0\0"), deflated()));
  }

  static byte[] circle() {
    byte[] tiff = TestPictures.encoded("tiff", SCENE);
    ByteBuffer file = ByteBuffer.wrap(tiff).order(order(tiff));
    int directory = file.getInt(4);
    return file.putInt(directory + 2 + 12 * Short.toUnsignedInt(file.getShort(directory)), directory).array();
  }

  static byte[] pages() {
    byte[] tiff = TestPictures.encoded("tiff", SCENE);
    ByteBuffer file = ByteBuffer.allocate(tiff.length + PAGES * PAGE).order(order(tiff)).put(tiff);
    int directory = file.getInt(4);
    file.putInt(directory + 2 + 12 * Short.toUnsignedInt(file.getShort(directory)), tiff.length);
    for (int i = 1; i <= PAGES; i++) {
      // One field, the width; then where the next page is.
      file.putShort((short) 1).putShort((short) 256).putShort((short) 4).putInt(1).putInt(1);
      file.putInt(i == PAGES ? 0 : tiff.length + i * PAGE);
    }
    return file.array();
  }

  static byte[] scans() {
    byte[] file = TestPictures.jpeg(TestPictures.photograph(320, 240), true);
    int scan = file.length - 2;
    while (file[scan] != (byte) 0xFF || file[scan + 1] != (byte) 0xDA) {
      scan--;
    }
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    bomb.write(file, 0, scan);
    for (int i = 0; i < 1000; i++) {
      bomb.write(file, scan, file.length - 2 - scan);
    }
    return bomb.toByteArray();
  }

  private static byte[] drawing() {
    return latin("<svg><g id='a'><use href='#b'/><use href='#b'/></g><g id='b'><use href='#a'/></g></svg>");
  }

  /** A PNG with one more chunk, right after its head. */
  public static byte[] after(byte[] png, String type, String body) {
    return after(png, type, latin(body));
  }

  private static byte[] after(byte[] png, String type, byte[] body) {
    byte[] chunk = chunk(type, body);
    return ByteBuffer.allocate(png.length + chunk.length).put(png, 0, 33).put(chunk).put(png, 33, png.length - 33).array();
  }

  private static byte[] chunk(String type, byte[] body) {
    byte[] name = latin(type);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(body);
    return ByteBuffer.allocate(body.length + 12).putInt(body.length).put(name).put(body).putInt((int) sum.getValue()).array();
  }

  private static byte[] deflated() {
    Deflater deflater = new Deflater();
    deflater.setInput(new byte[SWOLLEN]);
    deflater.finish();
    byte[] deflated = new byte[1 << 20];
    int length = deflater.deflate(deflated);
    deflater.end();
    return Arrays.copyOf(deflated, length);
  }

  private static ByteOrder order(byte[] tiff) {
    return tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private Bombs() {}
}
