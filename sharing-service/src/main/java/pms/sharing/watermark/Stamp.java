package pms.sharing.watermark;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Writes a text into a picture, below on the right, light with a dark edge, so that it is seen on anything. */
record Stamp(String text) {

  /** Of the shorter side. */
  private static final double HEIGHT = 1 / 16d;

  private static final double LEAST_HEIGHT = 12;

  /** Of the width, at most. */
  private static final double WIDTH = 0.9;

  /** Of the letters' height: the room around, and the edge. */
  private static final double MARGIN = 0.5;

  private static final double EDGE = 1 / 7d;
  private static final Color DARK = new Color(0, 0, 0, 120);
  private static final Color LIGHT = new Color(255, 255, 255, 210);

  void on(BufferedImage picture) {
    Graphics2D canvas = picture.createGraphics();
    try {
      canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      Path2D letters = Lettering.get().outline(text);
      Rectangle2D box = letters.getBounds2D();
      double size = size(picture, box);
      Shape placed = AffineTransform.getScaleInstance(size, size).createTransformedShape(letters);
      double x = Math.max(0, picture.getWidth() - (box.getMaxX() + MARGIN) * size);
      double y = Math.max(box.getHeight() * size, picture.getHeight() - (Math.max(0, box.getMaxY()) + MARGIN) * size);
      canvas.translate(x, y);
      canvas.setColor(DARK);
      canvas.setStroke(new BasicStroke((float) (size * EDGE), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      canvas.draw(placed);
      canvas.setColor(LIGHT);
      canvas.fill(placed);
    } finally {
      canvas.dispose();
    }
  }

  private static double size(BufferedImage picture, Rectangle2D box) {
    double wanted = Math.max(LEAST_HEIGHT, Math.min(picture.getWidth(), picture.getHeight()) * HEIGHT);
    return Math.min(wanted, picture.getWidth() * WIDTH / Math.max(box.getMaxX(), 0.1));
  }
}
