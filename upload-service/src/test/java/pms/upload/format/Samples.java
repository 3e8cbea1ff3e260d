package pms.upload.format;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Small files of every format, made as their specifications say or by the JDK's own writers. */
public final class Samples {

  /** By the JDK: {@code jpg}, {@code png}, {@code gif}, {@code bmp}, {@code tiff}. */
  public static byte[] written(String format, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(width / 2, height / 2, 0xFF8800);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException(format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A header that claims a size, without any pixels. */
  public static byte[] pngHeader(int width, int height) {
    return concat(latin("\u0089PNG\r\n\u001a\n"), big(13), latin("IHDR"), big(width), big(height), new byte[] {8, 2, 0, 0, 0},
        new byte[4]);
  }

  /** A sound JPEG with so many bytes of application segments before its frame. */
  static byte[] jpegWithSegments(int width, int height, int segmentBytes) {
    byte[] plain = written("jpg", width, height);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8});
    for (int left = segmentBytes; left > 0; left -= 65_000) {
      int length = Math.min(left, 65_000);
      out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE2, (byte) (length + 2 >> 8), (byte) (length + 2)});
      out.writeBytes(new byte[length]);
    }
    out.write(plain, 2, plain.length - 2);
    return out.toByteArray();
  }

  static byte[] webpExtended(int width, int height) {
    return webp("VP8X", concat(new byte[4], little24(width - 1), little24(height - 1)));
  }

  static byte[] webpLossless(int width, int height) {
    return webp("VP8L", concat(new byte[] {0x2F}, little(width - 1 | height - 1 << 14)));
  }

  public static byte[] webpLossy(int width, int height) {
    byte[] size = {(byte) width, (byte) (width >> 8), (byte) height, (byte) (height >> 8)};
    return webp("VP8 ", concat(new byte[] {0x10, 0, 0, (byte) 0x9D, 0x01, 0x2A}, size));
  }

  /** Entries of the first directory, as {tag, type, count, value}. */
  public static byte[] tiff(ByteOrder order, String magic, int[]... entries) {
    ByteBuffer out = ByteBuffer.allocate(64 + entries.length * 12).order(order);
    out.put(latin(order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM"));
    out.putShort((short) 42).putInt(32);
    out.position(8);
    out.put(latin(magic));
    out.position(32);
    out.putShort((short) entries.length);
    for (int[] entry : entries) {
      out.putShort((short) entry[0]).putShort((short) entry[1]).putInt(entry[2]);
      if (entry[1] == 3) {
        out.putShort((short) entry[3]).putShort((short) 0);
      } else {
        out.putInt(entry[3]);
      }
    }
    return out.array();
  }

  public static byte[] ftyp(String major, String... compatible) {
    return box("ftyp", latin(major + "\0\0\0\0" + String.join("", compatible)));
  }

  /** A HEIC or AVIF header with these {@code ispe} properties. */
  static byte[] heif(String major, int[]... sizes) {
    byte[] properties = new byte[0];
    for (int[] size : sizes) {
      properties = concat(properties, box("ispe", concat(new byte[4], big(size[0]), big(size[1]))));
    }
    byte[] meta = concat(new byte[4], box("hdlr", new byte[12]), box("iprp", box("ipco", properties)));
    return concat(ftyp(major, "mif1"), box("meta", meta), box("mdat", new byte[40]));
  }

  static byte[] box(String type, byte[] content) {
    return concat(big(content.length + 8), latin(type), content);
  }

  public static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  public static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] webp(String chunk, byte[] content) {
    byte[] body = concat(latin("WEBP" + chunk), little(content.length), content);
    return concat(latin("RIFF"), little(body.length), body);
  }

  private static byte[] big(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  private static byte[] little(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  private static byte[] little24(int value) {
    return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16)};
  }

  private Samples() {}
}
