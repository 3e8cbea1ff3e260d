package pms.e2e.sample;

import static pms.e2e.sample.Paint.light;
import static pms.e2e.sample.Paint.mix;
import static pms.e2e.sample.Paint.step;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** A caravan crosses the dunes in low light. */
final class Dunes implements Scene {
  private static final int COUNT = 6;
  private static final Ramp SKY = Ramp.of(0, 0x2F6FA8, 0.5, 0x86B2CC, 0.85, 0xE9D3B0, 1, 0xF6DDB4);
  private final Noise noise = new Noise(67);

  @Override
  public void paint(Canvas canvas) {
    canvas.shade((x, y, before) -> colour(x, y));
    canvas.draw(graphics -> caravan(graphics, canvas.wide));
    canvas.develop(67, 10, 0.3f);
  }

  private float crest(float x, int dune) {
    float near = dune / (COUNT - 1f);
    float calm = x * (1.9f - 1.25f * near) + dune * 7.3f;
    float wave = noise.cloud(calm, dune * 3.7f, 2);
    return 0.4f + 0.47f * near * near + 0.06f * near - (0.07f + 0.2f * near) * wave;
  }

  private int colour(float x, float y) {
    int colour = SKY.at(y / 0.42f);
    for (int dune = 0; dune < COUNT; dune++) {
      float below = y - crest(x, dune);
      if (below > 0) colour = sand(x, y, below, dune);
    }
    return colour;
  }

  /** The side towards the sun is smooth and warm; the edge between light and shade runs down from the crest in a curve. */
  private int sand(float x, float y, float below, int dune) {
    float near = dune / (COUNT - 1f);
    float swing = x
        + below * (1.1f + 0.8f * noise.at(dune * 3.3f, below * 3))
        + 0.05f * noise.at(below * 9, dune * 2f);
    float slope = (crest(swing + 0.012f, dune) - crest(swing - 0.012f, dune)) / 0.024f;
    float lit = step(-0.035f, 0.03f, slope + 0.03f);
    float warp = noise.cloud(x * 3.2f, y * 6 + dune, 3);
    float ripple = (float)
        Math.sin((below * (1.2f - 0.4f * near) + warp * 0.07f + x * 0.12f) * (620 - 380 * near));
    float grain = noise.cloud(x * 60, y * 90, 2);
    int bright = mix(0xE9A85E, 0xF7C988, step(0.25f, 0, below));
    int shade = mix(0x7A3D2C, 0xA65B3C, step(0, 0.4f, below + warp * 0.2f));
    float wind = 0.055f * ripple * near * step(0.01f, 0.09f, below) * (0.4f + lit);
    int colour =
        light(mix(shade, bright, lit * (0.86f + 0.14f * warp)), 1 + wind + 0.06f * grain * near);
    colour = mix(colour, 0xFFE2AE, 0.55f * step(0.006f, 0, below) * lit);
    return mix(colour, 0xEBCFAE, 0.72f * (1 - near) * (1 - near));
  }

  private void caravan(Graphics2D graphics, float wide) {
    graphics.setColor(new Color(0x3A1C16));
    for (int i = 0; i < 7; i++) {
      float x = wide * 0.43f + i * 0.062f + 0.012f * noise.dot(i, 3);
      float y = crest(x, 3) + 0.004f;
      if (i == 6) walker(graphics, x - 0.01f, y);
      else camel(graphics, x, y, 0.026f + 0.003f * noise.dot(i, 5));
    }
  }

  private static void camel(Graphics2D graphics, float x, float y, float size) {
    Path2D body = new Path2D.Float();
    body.moveTo(x - size * 0.6f, y - size * 0.75f);
    body.curveTo(
        x - size * 0.3f, y - size * 1.1f, x - size * 0.2f, y - size * 1.5f, x, y - size * 1.15f);
    body.curveTo(
        x + size * 0.2f,
        y - size * 0.9f,
        x + size * 0.5f,
        y - size * 0.8f,
        x + size * 0.7f,
        y - size * 1.55f);
    body.lineTo(x + size * 0.98f, y - size * 1.5f);
    body.curveTo(
        x + size * 0.8f,
        y - size * 1.1f,
        x + size * 0.75f,
        y - size * 0.6f,
        x + size * 0.4f,
        y - size * 0.58f);
    body.lineTo(x - size * 0.5f, y - size * 0.55f);
    body.closePath();
    graphics.fill(body);
    for (float leg : new float[] {-0.5f, -0.36f, 0.26f, 0.42f}) {
      graphics.fill(Shapes.polygon(
          x + size * leg,
          y - size * 0.65f,
          x + size * (leg + 0.12f),
          y - size * 0.65f,
          x + size * (leg + 0.1f),
          y,
          x + size * (leg + 0.03f),
          y));
    }
  }

  private static void walker(Graphics2D graphics, float x, float y) {
    graphics.fill(Shapes.polygon(
        x - 0.003f, y - 0.028f, x + 0.003f, y - 0.028f, x + 0.007f, y, x - 0.006f, y));
    graphics.fill(new Ellipse2D.Float(x - 0.0034f, y - 0.035f, 0.0068f, 0.008f));
  }
}
