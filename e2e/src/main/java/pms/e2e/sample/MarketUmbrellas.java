package pms.e2e.sample;

import static pms.e2e.sample.Paint.light;
import static pms.e2e.sample.Paint.mix;
import static pms.e2e.sample.Paint.step;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Random;

/** A market square from above, at noon. */
final class MarketUmbrellas implements Scene {
  private static final int[][] CLOTH = {
    {0xD8412F, 0xF6EAD6},
    {0x2F7F86, 0xEAF3EC},
    {0xEFB02E, 0xFBF3DC},
    {0x3E5C9A, 0xEFEFF2},
    {0xE8735C, 0xF9E3CF},
    {0x5F8F4E, 0xF2F3DF}
  };
  private static final int[] FRUIT = {
    0xE5482D, 0xF49B1B, 0xF2D13B, 0x7FB23A, 0x8E2F58, 0xC8D45A, 0xD8763A
  };
  private final Noise noise = new Noise(127);

  @Override
  public void paint(Canvas canvas) {
    Random random = new Random(127);
    canvas.shade(this::cobbles);
    canvas.draw(graphics -> {
      graphics.rotate(-0.13, canvas.wide / 2, 0.5);
      for (int row = -1; row < 5; row++) {
        for (int column = -1; column < 7; column++) {
          stall(graphics, column * 0.315f + 0.1f + 0.13f * (row & 1), row * 0.27f + 0.06f, random);
        }
      }
      for (int i = 0; i < 75; i++) visitor(graphics, canvas.wide, random);
    });
    canvas.develop(127, 7, 0.3f);
  }

  /** Rows of stones with a light side, laid in offset courses. */
  private int cobbles(float x, float y, int before) {
    float u = x * 46 + 0.4f * noise.cloud(x * 3, y * 3, 2);
    float v = y * 58 + 0.8f * noise.cloud(x * 2 + 7, y * 2, 2);
    int course = (int) Math.floor(v);
    float shifted = u + 0.5f * (course & 1);
    int stone = (int) Math.floor(shifted);
    float dx = shifted - stone - 0.5f;
    float dy = v - course - 0.5f;
    float edge = Math.max(Math.abs(dx), Math.abs(dy)) + 0.1f * noise.at(x * 140, y * 140);
    int tone = light(
        mix(0xB9A58C, 0x8F8478, noise.dot(stone, course)),
        0.86f + 0.22f * noise.dot(course, stone) - 0.25f * (dx + dy) * 0.6f);
    tone = light(
        tone,
        1 + 0.2f * noise.cloud(x * 60, y * 60, 2) + 0.12f * noise.cloud(x * 1.4f, y * 1.4f, 2));
    return mix(tone, 0x5E5346, step(0.4f, 0.5f, edge) * 0.85f);
  }

  private void stall(Graphics2D graphics, float x, float y, Random random) {
    float cx = x + (random.nextFloat() - 0.5f) * 0.05f;
    float cy = y + (random.nextFloat() - 0.5f) * 0.04f;
    for (int i = 0; i < 3; i++) {
      crate(graphics, cx - 0.1f + i * 0.069f, cy + 0.083f + 0.008f * random.nextFloat(), random);
    }
    umbrella(
        graphics,
        cx,
        cy,
        0.088f + 0.024f * random.nextFloat(),
        CLOTH[random.nextInt(CLOTH.length)],
        random);
  }

  private static void crate(Graphics2D graphics, float x, float y, Random random) {
    graphics.setColor(Shapes.colour(0x1E1408, 0.4f));
    graphics.fill(
        new RoundRectangle2D.Float(x + 0.008f, y + 0.01f, 0.062f, 0.044f, 0.004f, 0.004f));
    graphics.setColor(new Color(0xB98A54));
    graphics.fill(new RoundRectangle2D.Float(x, y, 0.062f, 0.044f, 0.004f, 0.004f));
    graphics.setColor(new Color(0x5A3C1E));
    graphics.fill(
        new RoundRectangle2D.Float(x + 0.003f, y + 0.003f, 0.056f, 0.038f, 0.002f, 0.002f));
    int fruit = FRUIT[random.nextInt(FRUIT.length)];
    float size = 0.0036f + 0.0022f * random.nextFloat();
    for (int i = 0; i < 70; i++) {
      float fx = x + 0.007f + random.nextFloat() * 0.048f;
      float fy = y + 0.007f + random.nextFloat() * 0.03f;
      graphics.setColor(new Color(light(fruit, 0.6f)));
      Shapes.disc(graphics, fx + 0.0006f, fy + 0.0009f, size);
      graphics.setColor(new Color(light(fruit, 0.85f + 0.25f * random.nextFloat())));
      Shapes.disc(graphics, fx, fy, size * 0.93f);
      graphics.setColor(Shapes.colour(0xFFFFFF, 0.35f));
      Shapes.disc(graphics, fx - size * 0.3f, fy - size * 0.35f, size * 0.25f);
    }
  }

  private static void umbrella(
      Graphics2D graphics, float x, float y, float radius, int[] cloth, Random random) {
    AffineTransform before = graphics.getTransform();
    double turn = random.nextDouble();
    graphics.translate(x + radius * 0.34f, y + radius * 0.42f);
    graphics.setColor(Shapes.colour(0x1C1206, 0.42f));
    graphics.rotate(turn);
    graphics.fill(outline(radius * 1.02f));
    graphics.setTransform(before);
    graphics.translate(x, y);
    int panels = 8;
    for (int i = 0; i < panels; i++) {
      panel(graphics, radius, turn + i * Math.TAU / panels, cloth[i & 1], i);
    }
    graphics.setPaint(new RadialGradientPaint(
        -radius * 0.3f, -radius * 0.35f, radius * 1.5f, new float[] {0, 1}, new Color[] {
          Shapes.colour(0xFFFFFF, 0.28f), Shapes.colour(0x000000, 0.18f)
        }));
    graphics.rotate(turn);
    graphics.fill(outline(radius));
    graphics.setColor(new Color(0x6E5636));
    Shapes.disc(graphics, 0, 0, radius * 0.045f);
    graphics.setTransform(before);
  }

  private static void panel(Graphics2D graphics, float radius, double from, int colour, int index) {
    double to = from + Math.TAU / 8;
    double middle = (from + to) / 2;
    float lit = (float) (0.9 - 0.2 * Math.cos(middle - Math.PI / 4));
    Path2D panel = new Path2D.Float();
    panel.moveTo(0, 0);
    panel.lineTo(Math.cos(from) * radius, Math.sin(from) * radius);
    panel.quadTo(
        Math.cos(middle) * radius * 0.93,
        Math.sin(middle) * radius * 0.93,
        Math.cos(to) * radius,
        Math.sin(to) * radius);
    panel.closePath();
    graphics.setColor(new Color(light(colour, lit + 0.02f * (index & 1))));
    graphics.fill(panel);
    graphics.setStroke(new BasicStroke(radius * 0.012f));
    graphics.setColor(Shapes.colour(0x2A1B0E, 0.25f));
    graphics.draw(panel);
  }

  private static Path2D outline(float radius) {
    Path2D path = new Path2D.Float();
    path.moveTo(radius, 0);
    for (int i = 0; i < 8; i++) {
      double middle = (i + 0.5) * Math.TAU / 8;
      double to = (i + 1) * Math.TAU / 8;
      path.quadTo(
          Math.cos(middle) * radius * 0.93,
          Math.sin(middle) * radius * 0.93,
          Math.cos(to) * radius,
          Math.sin(to) * radius);
    }
    path.closePath();
    return path;
  }

  private static void visitor(Graphics2D graphics, float wide, Random random) {
    float x = random.nextFloat() * wide;
    float y =
        (float) (Math.floor(random.nextFloat() * 5) * 0.27 + 0.205 + 0.03 * random.nextFloat());
    int coat = mix(
        new int[] {0x2E3E5C, 0xE9E2D0, 0xB8402F, 0x3F6B58, 0xE0B24A, 0x222222}[random.nextInt(6)],
        0xFFFFFF,
        0.08f);
    graphics.setColor(Shapes.colour(0x1C1206, 0.45f));
    graphics.fill(new java.awt.geom.Ellipse2D.Float(x - 0.004f, y - 0.002f, 0.034f, 0.017f));
    graphics.setColor(new Color(coat));
    graphics.fill(new java.awt.geom.Ellipse2D.Float(x - 0.011f, y - 0.0065f, 0.022f, 0.013f));
    graphics.setColor(
        new Color(new int[] {0x3B2415, 0x6B4522, 0xD8B878, 0x1A1310}[random.nextInt(4)]));
    Shapes.disc(graphics, x, y - 0.001f, 0.0056f);
  }
}
