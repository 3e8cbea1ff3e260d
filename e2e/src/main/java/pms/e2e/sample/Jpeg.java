package pms.e2e.sample;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pixels to JPEG bytes. */
final class Jpeg {
  private Jpeg() {}

  static byte[] encode(BufferedImage image, float quality, PictureFacts facts) {
    try {
      return JpegMetadata.write(pixels(stored(image, facts.orientation()), quality), facts);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The same picture with other bytes: a comment segment right after the start marker. */
  static byte[] commented(byte[] jpeg, String comment) {
    byte[] text = comment.getBytes(StandardCharsets.UTF_8);
    byte[] result = new byte[jpeg.length + 4 + text.length];
    System.arraycopy(jpeg, 0, result, 0, 2);
    result[2] = (byte) 0xFF;
    result[3] = (byte) 0xFE;
    result[4] = (byte) (text.length + 2 >> 8);
    result[5] = (byte) (text.length + 2);
    System.arraycopy(text, 0, result, 6, text.length);
    System.arraycopy(jpeg, 2, result, 6 + text.length, jpeg.length - 2);
    return result;
  }

  /** Pixels as a camera held sideways stores them, so that the orientation tag turns them upright. */
  private static BufferedImage stored(BufferedImage upright, int orientation) {
    return switch (orientation) {
      case 1 -> upright;
      case 3 -> turned(upright, 2);
      case 6 -> turned(upright, 3);
      case 8 -> turned(upright, 1);
      default ->
        throw new IllegalArgumentException(
            "Orientation " + orientation + " is not one a camera writes");
    };
  }

  private static BufferedImage turned(BufferedImage image, int quarters) {
    AffineTransform turn = new AffineTransform();
    boolean across = quarters % 2 == 1;
    int width = across ? image.getHeight() : image.getWidth();
    int height = across ? image.getWidth() : image.getHeight();
    turn.translate(width / 2.0, height / 2.0);
    turn.quadrantRotate(quarters);
    turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
    BufferedImage result = new BufferedImage(width, height, image.getType());
    return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
        .filter(image, result);
  }

  private static byte[] pixels(BufferedImage image, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
