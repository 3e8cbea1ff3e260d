package pms.e2e.sample;

import static pms.e2e.sample.Paint.light;
import static pms.e2e.sample.Paint.mix;
import static pms.e2e.sample.Paint.step;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.util.Random;

/** Close to a sunflower: every floret sits one golden angle after the last. */
final class Sunflower implements Scene {
  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
  private static final float HEAD = 0.2f;
  private final Noise noise = new Noise(113);

  @Override
  public void paint(Canvas canvas) {
    Random random = new Random(113);
    canvas.shade((x, y, before) -> garden(x, y));
    canvas.draw(graphics -> {
      bokeh(graphics, canvas.wide, random);
      graphics.translate(canvas.wide * 0.5f, 0.47f);
      stalk(graphics);
      for (int ring = 0; ring < 3; ring++) petals(graphics, ring, random);
      florets(graphics);
    });
    canvas.develop(113, 9, 0.35f);
  }

  private int garden(float x, float y) {
    float blur = noise.cloud(x * 1.5f, y * 1.5f, 2);
    int colour = mix(0x16301C, 0x6C9A3A, step(-0.35f, 0.45f, blur - (y - 0.5f) * 0.5f));
    return mix(
        colour,
        0xE7DE8E,
        step(0.15f, 0.6f, noise.cloud(x * 1.1f + 9, y * 1.1f, 2) - (y - 0.4f) * 0.5f) * 0.8f);
  }

  private void bokeh(Graphics2D graphics, float wide, Random random) {
    for (int i = 0; i < 90; i++) {
      float x = random.nextFloat() * wide;
      float y = (float) Math.pow(random.nextFloat(), 1.3);
      float radius = 0.012f + 0.04f * random.nextFloat();
      int tone = mix(0xFFF3B0, 0xA8D060, random.nextFloat());
      graphics.setColor(Shapes.colour(tone, 0.05f + 0.13f * random.nextFloat()));
      Shapes.disc(graphics, x, y, radius);
      graphics.setStroke(new BasicStroke(radius * 0.07f));
      graphics.setColor(Shapes.colour(tone, 0.12f));
      graphics.draw(new Ellipse2D.Float(x - radius, y - radius, radius * 2, radius * 2));
    }
  }

  private static void stalk(Graphics2D graphics) {
    graphics.setStroke(new BasicStroke(0.034f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.setPaint(
        new GradientPaint(-0.02f, 0, new Color(0x7FA044), 0.02f, 0, new Color(0x37591F)));
    graphics.draw(new QuadCurve2D.Float(0, 0.1f, 0.015f, 0.35f, -0.03f, 0.6f));
    leaf(graphics, 0.012f, 0.42f, 0.6f, 0.3f);
    leaf(graphics, 0.005f, 0.46f, 2.6f, 0.27f);
  }

  private static void leaf(Graphics2D graphics, float x, float y, double angle, float size) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.rotate(angle - 0.5);
    Path2D leaf = new Path2D.Float();
    leaf.moveTo(0, 0);
    leaf.curveTo(size * 0.2f, -size * 0.42f, size * 0.7f, -size * 0.3f, size, 0);
    leaf.curveTo(size * 0.7f, size * 0.2f, size * 0.3f, size * 0.3f, 0, 0);
    graphics.setPaint(new GradientPaint(
        0, -size * 0.3f, new Color(0x86AB4C), size * 0.3f, size * 0.2f, new Color(0x2C4C1C)));
    graphics.fill(leaf);
    graphics.setStroke(new BasicStroke(0.003f));
    graphics.setColor(new Color(0xA8C872));
    graphics.draw(new QuadCurve2D.Float(0, 0, size * 0.5f, -size * 0.08f, size * 0.96f, 0));
    graphics.setTransform(before);
  }

  private static void petals(Graphics2D graphics, int ring, Random random) {
    int count = 26;
    for (int i = 0; i < count; i++) {
      AffineTransform before = graphics.getTransform();
      graphics.rotate((i + ring * 0.37 + 0.35 * random.nextDouble()) * Math.TAU / count);
      float reach = (0.185f - 0.02f * ring) * (0.88f + 0.2f * random.nextFloat());
      float half = 0.032f + 0.008f * random.nextFloat();
      petal(graphics, HEAD * 0.86f, reach, half, 0.78f + 0.11f * ring + 0.1f * random.nextFloat());
      graphics.setTransform(before);
    }
  }

  private static void petal(
      Graphics2D graphics, float from, float reach, float half, float bright) {
    float tip = from + reach;
    Path2D petal = new Path2D.Float();
    petal.moveTo(from, -half * 0.5f);
    petal.curveTo(from + reach * 0.3f, -half * 1.5f, from + reach * 0.75f, -half, tip, half * 0.1f);
    petal.curveTo(
        from + reach * 0.75f, half * 1.1f, from + reach * 0.3f, half * 1.3f, from, half * 0.5f);
    petal.closePath();
    graphics.setColor(Shapes.colour(0x2A1500, 0.22f));
    graphics.translate(0.003, 0.004);
    graphics.fill(petal);
    graphics.translate(-0.003, -0.004);
    graphics.setPaint(new GradientPaint(
        from,
        0,
        new Color(light(0xD9700C, bright)),
        from + reach * 0.6f,
        0,
        new Color(light(0xFFCB1F, bright))));
    graphics.fill(petal);
    graphics.setStroke(new BasicStroke(0.0011f));
    for (int vein = -3; vein <= 3; vein++) {
      graphics.setColor(Shapes.colour(vein % 2 == 0 ? 0xA85A00 : 0xFFE880, 0.33f));
      graphics.draw(new QuadCurve2D.Float(
          from,
          half * 0.12f * vein,
          from + reach * 0.55f,
          half * 0.34f * vein,
          tip - reach * 0.04f * Math.abs(vein),
          half * 0.06f * vein));
    }
  }

  private void florets(Graphics2D graphics) {
    Shapes.glow(graphics, 0, 0.012f, HEAD * 1.35f, 0x1A0A00, 0.85f);
    int count = 1500;
    for (int i = count; i > 0; i--) {
      float share = (float) Math.sqrt(i / (float) count);
      float angle = (float) (i * GOLDEN_ANGLE);
      float x = (float) Math.cos(angle) * share * HEAD;
      float y = (float) Math.sin(angle) * share * HEAD;
      float size = 0.0033f + 0.0043f * share;
      int tone = mix(
          mix(0x55701F, 0x4A2A0C, step(0.1f, 0.5f, share)), 0xB5660F, step(0.62f, 0.95f, share));
      tone = light(tone, 0.75f + 0.5f * step(0.2f, -0.2f, x * 0.6f + y) + 0.25f * noise.dot(i, 1));
      graphics.setColor(new Color(light(tone, 0.4f)));
      Shapes.disc(graphics, x + 0.0008f, y + 0.0014f, size * 1.1f);
      graphics.setColor(new Color(tone));
      Shapes.disc(graphics, x, y, size * 0.86f);
      graphics.setColor(Shapes.colour(mix(tone, 0xFFE27A, 0.65f), 0.85f));
      Shapes.disc(
          graphics, x - size * 0.25f, y - size * 0.3f, size * (share > 0.66f ? 0.42f : 0.27f));
    }
  }
}
