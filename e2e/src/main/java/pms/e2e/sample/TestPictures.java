package pms.e2e.sample;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Pictures for tests: small, quick to make, each with bytes of its own; and the kinds that are wrong. */
public final class TestPictures {
  private static final int BOMB_SIDE = 30_000;

  private TestPictures() {}

  public static byte[] jpeg(long seed) {
    return jpeg(seed, PictureFacts.NONE);
  }

  /** 320 × 240 upright; turned as the facts say. */
  public static byte[] jpeg(long seed, PictureFacts facts) {
    boolean portrait = facts.orientation() > 4;
    return Jpeg.encode(image(seed, portrait ? 240 : 320, portrait ? 320 : 240), 0.85f, facts);
  }

  public static byte[] png(long seed) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image(seed, 320, 240), "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A camera's picture by size: 12 megapixels of soft noise, about 4 MB. */
  public static byte[] camera(long seed) {
    Noise noise = new Noise((int) seed);
    Canvas canvas = new Canvas(4000, 3000);
    Ramp ramp = Ramp.of(0, 0x12233A, 0.5, 0x8A7A6A, 1, 0xF7E6C8);
    canvas.shade((x, y, before) -> ramp.at(0.5f + noise.cloud(x * 3, y * 3, 3)));
    canvas.develop((int) seed, 22, 0.2f);
    return Jpeg.encode(
        canvas.developed(),
        0.91f,
        PictureFacts.NONE
            .shotBy(new PictureFacts.Shot("PMS", "Bench 12", "Noise 50mm F2", 100, "1/250", 2, 50))
            .taken("2024-05-01T12:00:00+02:00")
            .at(new PictureFacts.Spot(48.8584, 2.2945, 35, "Paris", "France")));
  }

  /** The same pixels under another hash. */
  public static byte[] renewed(byte[] jpeg, String comment) {
    return Jpeg.commented(jpeg, comment);
  }

  /** The header is sound, half of the pixels are missing. */
  public static byte[] truncatedJpeg(long seed) {
    byte[] whole = jpeg(seed);
    return Arrays.copyOf(whole, whole.length / 2);
  }

  /** A picture whose EXIF segment is noise behind a true signature. */
  public static byte[] brokenExif(long seed) {
    byte[] noise = new byte[600];
    new Random(seed).nextBytes(noise);
    byte[] signature = "Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(signature, 0, noise, 0, signature.length);
    byte[] jpeg = plain(seed);
    byte[] result = new byte[jpeg.length + 4 + noise.length];
    System.arraycopy(jpeg, 0, result, 0, 2);
    System.arraycopy(
        new byte[] {
          (byte) 0xFF, (byte) 0xE1, (byte) (noise.length + 2 >> 8), (byte) (noise.length + 2)
        },
        0,
        result,
        2,
        4);
    System.arraycopy(noise, 0, result, 6, noise.length);
    System.arraycopy(jpeg, 2, result, 6 + noise.length, jpeg.length - 2);
    return result;
  }

  public static byte[] text() {
    return "This is no picture, whatever its name says.\n"
        .repeat(40)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A valid PNG of 30,000 × 30,000 pixels in about 110 KB. */
  public static byte[] pngBomb() {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeLong(0x89504E470D0A1A0AL);
      ByteArrayOutputStream header = new ByteArrayOutputStream();
      DataOutputStream fields = new DataOutputStream(header);
      fields.writeInt(BOMB_SIDE);
      fields.writeInt(BOMB_SIDE);
      fields.write(new byte[] {1, 0, 0, 0, 0});
      chunk(out, "IHDR", header.toByteArray());
      chunk(out, "IDAT", zeros((long) BOMB_SIDE * (1 + BOMB_SIDE / 8)));
      chunk(out, "IEND", new byte[0]);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] zeros(long count) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    byte[] block = new byte[1 << 16];
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, 1 << 16)) {
      for (long left = count; left > 0; left -= block.length) {
        out.write(block, 0, (int) Math.min(left, block.length));
      }
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    CRC32 checksum = new CRC32();
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    checksum.update(name);
    checksum.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) checksum.getValue());
  }

  private static byte[] plain(long seed) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image(seed, 320, 240), "jpeg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage image(long seed, int width, int height) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, colour(random), width, height, colour(random)));
    graphics.fillRect(0, 0, width, height);
    for (int i = 0; i < 12; i++) {
      graphics.setColor(colour(random));
      graphics.fillOval(
          random.nextInt(width),
          random.nextInt(height),
          20 + random.nextInt(60),
          20 + random.nextInt(60));
    }
    graphics.setColor(Color.WHITE);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 28));
    graphics.drawString(Long.toString(seed), 12, height - 16);
    graphics.dispose();
    return image;
  }

  private static Color colour(Random random) {
    return Color.getHSBColor(
        random.nextFloat(), 0.4f + 0.6f * random.nextFloat(), 0.4f + 0.6f * random.nextFloat());
  }
}
