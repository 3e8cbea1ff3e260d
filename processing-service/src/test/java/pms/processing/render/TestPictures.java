package pms.processing.render;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures made for tests. */
public final class TestPictures {

  /** Something to look at: four coloured corners, so that no turn of it looks like another, and soft transitions. */
  public static BufferedImage scene(int width, int height) {
    BufferedImage scene = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = scene.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, new Color(30, 60, 120), width, height, new Color(240, 200, 90)));
    pen.fillRect(0, 0, width, height);
    int w = Math.max(1, width / 3);
    int h = Math.max(1, height / 3);
    pen.setPaint(Color.RED);
    pen.fillRect(0, 0, w, h);
    pen.setPaint(Color.GREEN);
    pen.fillRect(width - w, 0, w, h / 2);
    pen.setPaint(Color.WHITE);
    pen.fillRect(0, height - h, w / 2, h);
    pen.dispose();
    return scene;
  }

  /** With noise, so that its JPEG has as many bytes as a photograph's. */
  public static BufferedImage photograph(int width, int height) {
    BufferedImage photograph = scene(width, height);
    Random random = new Random(7);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int noise = random.nextInt(36);
        Color color = new Color(photograph.getRGB(x, y));
        photograph.setRGB(
            x, y, new Color(less(color.getRed(), noise), less(color.getGreen(), noise), less(color.getBlue(), noise)).getRGB());
      }
    }
    return photograph;
  }

  private static int less(int value, int noise) {
    return Math.max(0, value - noise);
  }

  public static byte[] jpeg(BufferedImage picture) {
    return jpeg(picture, false);
  }

  public static byte[] jpeg(BufferedImage picture, boolean progressive) {
    return write("jpeg", new IIOImage(picture, null, null), progressive);
  }

  public static byte[] png(BufferedImage picture) {
    return write("png", new IIOImage(picture, null, null), false);
  }

  public static byte[] interlacedPng(BufferedImage picture) {
    return write("png", new IIOImage(picture, null, null), true);
  }

  public static byte[] gif(BufferedImage picture) {
    return write("gif", new IIOImage(picture, null, null), false);
  }

  public static byte[] encoded(String format, BufferedImage picture) {
    return write(format, new IIOImage(picture, null, null), false);
  }

  /** A GIF with one frame of each colour. */
  public static byte[] animation(int width, int height, int... colours) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int colour : colours) {
        BufferedImage frame = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
          frame.setRGB(i % width, i / width, colour);
        }
        var metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame), null);
        writer.writeToSequence(new IIOImage(frame, null, metadata), null);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** Four bands as they stand; the reader takes them as inverted ink, as everybody writes them. */
  public static byte[] cmykJpeg(int width, int height, int cyan, int magenta, int yellow, int black) {
    WritableRaster raster = Raster.createInterleavedRaster(0, width, height, 4, null);
    int[] ink = {255 - cyan, 255 - magenta, 255 - yellow, 255 - black};
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        raster.setPixel(x, y, ink);
      }
    }
    return write("jpeg", new IIOImage(raster, null, null), false);
  }

  private static byte[] write(String format, IIOImage image, boolean progressive) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (how.canWriteProgressive()) {
        how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
      }
      if (format.equals("jpeg")) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(0.92f);
      }
      writer.setOutput(out);
      writer.write(null, image, how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  public static byte[] withOrientation(byte[] jpeg, int orientation, boolean littleEndian) {
    ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4);
    exif.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
    exif.put((littleEndian ? "II" : "MM").getBytes(StandardCharsets.ISO_8859_1));
    exif.order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    exif.putShort((short) 42).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
    return withSegment(jpeg, 0xE1, exif.array());
  }

  public static byte[] withProfile(byte[] jpeg, ICC_Profile profile) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes("ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1));
    body.write(1);
    body.write(1);
    body.writeBytes(profile.getData());
    return withSegment(jpeg, 0xE2, body.toByteArray());
  }

  /** XMP, as cameras and programs write it into a JPEG. */
  public static byte[] withXmp(byte[] jpeg, String packet) {
    return withSegment(jpeg, 0xE1, ("http://ns.adobe.com/xap/1.0/\0" + packet).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
    ByteBuffer with = ByteBuffer.allocate(jpeg.length + body.length + 4);
    with.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker).putShort((short) (body.length + 2)).put(body);
    return with.put(jpeg, 2, jpeg.length - 2).array();
  }

  /** A PNG that says it is this large; of its pixels there are some rows of zeros. */
  public static byte[] pngThatClaims(int width, int height) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 2);
    chunk(png, "IHDR", header.array());
    Deflater deflater = new Deflater();
    deflater.setInput(new byte[1 << 20]);
    deflater.finish();
    byte[] deflated = new byte[1 << 16];
    int length = deflater.deflate(deflated);
    deflater.end();
    chunk(png, "IDAT", Arrays.copyOf(deflated, length));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] body) {
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(body);
    png.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
    png.writeBytes(name);
    png.writeBytes(body);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  private TestPictures() {}
}
