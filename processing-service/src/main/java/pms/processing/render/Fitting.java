package pms.processing.render;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.imgscalr.Scalr;

/** Pictures into boxes, with Java2D and imgscalr. */
final class Fitting {

  /** In halves, since plain interpolation looks at no more than the four nearest pixels. */
  static BufferedImage resized(BufferedImage picture, Dimensions to) {
    BufferedImage now = picture;
    while (now.getWidth() > to.width() || now.getHeight() > to.height()) {
      int width = Math.max(to.width(), (now.getWidth() + 1) / 2);
      int height = Math.max(to.height(), (now.getHeight() + 1) / 2);
      now = exactly(now, Math.min(width, now.getWidth()), Math.min(height, now.getHeight()));
    }
    // Rounding on the way may have left a pixel too few.
    return now.getWidth() == to.width() && now.getHeight() == to.height() ? now : exactly(now, to.width(), to.height());
  }

  /** Crops or frames a picture that is scaled already. */
  static BufferedImage fitted(BufferedImage scaled, Dimensions to, Fit fit, Focus focus) {
    Dimensions size = new Dimensions(scaled.getWidth(), scaled.getHeight());
    if (size.equals(to)) {
      return scaled;
    }
    return switch (fit) {
      case COVER -> part(scaled, focus.left(size, to), focus.top(size, to), to);
      case CONTAIN -> framed(scaled, to);
      case INSIDE, OUTSIDE, FILL -> exactly(scaled, to.width(), to.height());
    };
  }

  static BufferedImage part(BufferedImage picture, int x, int y, Dimensions size) {
    BufferedImage part = like(picture, size);
    Graphics2D pen = part.createGraphics();
    pen.setComposite(AlphaComposite.Src);
    pen.drawImage(picture, -x, -y, null);
    pen.dispose();
    return part;
  }

  /** Nothing in it yet, but of the same kind. */
  static BufferedImage like(BufferedImage picture, Dimensions size) {
    return new BufferedImage(
        picture.getColorModel(),
        picture.getRaster().createCompatibleWritableRaster(size.width(), size.height()),
        picture.isAlphaPremultiplied(),
        null);
  }

  private static BufferedImage framed(BufferedImage picture, Dimensions size) {
    BufferedImage framed = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = framed.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, size.width(), size.height());
    pen.drawImage(picture, (size.width() - picture.getWidth()) / 2, (size.height() - picture.getHeight()) / 2, null);
    pen.dispose();
    return framed;
  }

  private static BufferedImage exactly(BufferedImage picture, int width, int height) {
    return Scalr.resize(picture, Scalr.Method.BALANCED, Scalr.Mode.FIT_EXACT, width, height);
  }

  private Fitting() {}
}
