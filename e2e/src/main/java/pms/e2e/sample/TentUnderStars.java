package pms.e2e.sample;

import static pms.e2e.sample.Paint.add;
import static pms.e2e.sample.Paint.light;
import static pms.e2e.sample.Paint.mix;
import static pms.e2e.sample.Paint.step;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Random;

/** The Milky Way stands over a lit tent. */
final class TentUnderStars implements Scene {
  private static final Ramp SKY =
      Ramp.of(0, 0x050A1C, 0.5, 0x0B1B38, 0.8, 0x1E3A58, 0.92, 0x3F5867, 1, 0x6B6A60);
  private static final float GROUND = 0.84f;
  private final Noise noise = new Noise(37);

  @Override
  public void paint(Canvas canvas) {
    canvas.shade((x, y, before) -> sky(x - canvas.wide / 2, y));
    canvas.draw(graphics -> stars(graphics, canvas));
    canvas.shade(0.6f, 1, (x, y, before) -> ground(x, y, before, canvas.wide * 0.42f));
    canvas.draw(graphics -> {
      pines(graphics, canvas.wide);
      tent(graphics, canvas.wide * 0.42f, 0.9f);
    });
    canvas.develop(37, 11, 0.3f);
  }

  /** How far a place is from the middle of the Milky Way. */
  private float away(float x, float y) {
    return x - 0.06f + (y - 0.45f) * 0.42f + 0.08f * noise.cloud(y * 2.2f, 9, 3);
  }

  private int sky(float x, float y) {
    float bend = 0.25f * noise.cloud(x * 3, y * 3, 3);
    float away = away(x, y);
    float band = (float) Math.exp(-away * away * 34);
    float core = (float) Math.exp(-away * away * 130 - (y - 0.62f) * (y - 0.62f) * 6);
    float gas = 0.55f + 0.9f * noise.cloud(x * 5 + bend, y * 5 + bend, 6);
    float dust = step(
        0.02f,
        0.3f,
        noise.cloud(x * 6.5f + 50 + bend * 2, y * 4.5f, 6) + 0.12f - Math.abs(away) * 2.4f);
    int colour = SKY.at(y / GROUND);
    colour = add(colour, 0x8090C0, band * gas * 0.55f);
    colour = add(colour, 0xF0B890, core * gas * 0.8f);
    colour =
        add(colour, 0xC05A90, band * step(0.18f, 0.42f, noise.cloud(x * 8 + 9, y * 8, 4)) * 0.3f);
    return mix(colour, light(colour, 0.28f), dust * Math.min(1, band * 1.5f));
  }

  private void stars(Graphics2D graphics, Canvas canvas) {
    Random random = new Random(37);
    for (int i = 0; i < 9000; i++) {
      float x = random.nextFloat() * canvas.wide;
      float y = random.nextFloat() * GROUND;
      float away = away(x - canvas.wide / 2, y);
      boolean kept = random.nextFloat() < 0.35f + 0.65f * (float) Math.exp(-away * away * 40);
      float bright = (float) Math.pow(random.nextFloat(), 9);
      float size = 0.0006f + 0.0022f * bright;
      int tone = mix(0xAFC8FF, 0xFFE0C0, random.nextFloat());
      float clear = step(GROUND, GROUND - 0.25f, y);
      if (!kept) continue;
      graphics.setColor(new Color(tone >> 16 & 255, tone >> 8 & 255, tone & 255, (int)
          ((70 + 185 * Math.sqrt(bright)) * clear)));
      graphics.fill(new Ellipse2D.Float(x - size, y - size, size * 2, size * 2));
    }
  }

  private int ground(float x, float y, int before, float tent) {
    float hills = GROUND - 0.09f * (0.4f + noise.cloud(x * 2.6f, 3, 7));
    int colour = y > hills ? mix(0x0F1F2C, 0x243440, step(hills, GROUND + 0.05f, y)) : before;
    float meadow = GROUND + 0.02f + 0.03f * noise.cloud(x * 2, 8, 6);
    if (y < meadow) return colour;
    float glow =
        (float) Math.exp(-((x - tent) * (x - tent) * 16 + (y - 0.915f) * (y - 0.915f) * 190));
    float blades = 0.75f + 0.5f * noise.cloud(x * 120, y * 34, 3);
    return add(
        light(mix(0x0A141A, 0x121C1C, step(meadow, 1, y)), blades),
        0xE09040,
        glow * 0.55f * blades);
  }

  private void pines(Graphics2D graphics, float wide) {
    Random random = new Random(4);
    graphics.setColor(new Color(0x050B10));
    for (int i = 0; i < 22; i++) {
      float side = random.nextFloat();
      float x = side < 0.6f
          ? wide * (0.66f + 0.4f * random.nextFloat())
          : wide * (0.16f * random.nextFloat() - 0.03f);
      Trees.fir(
          graphics,
          x,
          0.885f + random.nextFloat() * 0.03f,
          0.12f + random.nextFloat() * 0.2f,
          random);
    }
  }

  private void tent(Graphics2D graphics, float x, float y) {
    Path2D side =
        Shapes.polygon(x - 0.085f, y + 0.025f, x - 0.005f, y - 0.085f, x + 0.03f, y + 0.035f);
    Path2D door =
        Shapes.polygon(x + 0.03f, y + 0.035f, x - 0.005f, y - 0.085f, x + 0.1f, y + 0.018f);
    float[] at = {0, 0.45f, 1};
    graphics.setPaint(new RadialGradientPaint(x - 0.01f, y, 0.11f, at, new Color[] {
      new Color(0xFFE9A8), new Color(0xF79A38), new Color(0x9A3B12)
    }));
    graphics.fill(side);
    graphics.setPaint(new RadialGradientPaint(x + 0.04f, y + 0.01f, 0.1f, at, new Color[] {
      new Color(0xFFF6D0), new Color(0xFFC05A), new Color(0xB85418)
    }));
    graphics.fill(door);
    graphics.setColor(new Color(0x70300C));
    graphics.setStroke(new BasicStroke(0.0018f));
    graphics.draw(new Line2D.Float(x - 0.005f, y - 0.085f, x + 0.03f, y + 0.035f));
    graphics.draw(new Line2D.Float(x - 0.005f, y - 0.085f, x + 0.064f, y + 0.027f));
  }
}
