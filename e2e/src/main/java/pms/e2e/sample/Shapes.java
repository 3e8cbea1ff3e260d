package pms.e2e.sample;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Outlines that several scenes use. */
final class Shapes {
  private Shapes() {}

  static Path2D polygon(float... places) {
    Path2D path = new Path2D.Float();
    path.moveTo(places[0], places[1]);
    for (int i = 2; i < places.length; i += 2) path.lineTo(places[i], places[i + 1]);
    path.closePath();
    return path;
  }

  static Color colour(int rgb, float opacity) {
    return new Color(
        rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, (int) (255 * Math.clamp(opacity, 0f, 1f)));
  }

  /** A light that fades to nothing at its radius. */
  static void glow(Graphics2D graphics, float x, float y, float radius, int rgb, float opacity) {
    graphics.setPaint(new RadialGradientPaint(x, y, radius, new float[] {0, 0.35f, 1}, new Color[] {
      colour(rgb, opacity), colour(rgb, opacity * 0.35f), colour(rgb, 0)
    }));
    graphics.fill(new Ellipse2D.Float(x - radius, y - radius, radius * 2, radius * 2));
  }

  static void disc(Graphics2D graphics, float x, float y, float radius) {
    graphics.fill(new Ellipse2D.Float(x - radius, y - radius, radius * 2, radius * 2));
  }
}
