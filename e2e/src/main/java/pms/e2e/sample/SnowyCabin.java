package pms.e2e.sample;

import static pms.e2e.sample.Paint.add;
import static pms.e2e.sample.Paint.light;
import static pms.e2e.sample.Paint.mix;
import static pms.e2e.sample.Paint.step;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** A cabin in the woods, its windows the only warm thing. */
final class SnowyCabin implements Scene {
  private static final Ramp SKY = Ramp.of(0, 0x1B2E5C, 0.5, 0x4A6496, 0.85, 0xA98FAE, 1, 0xE0B0A8);
  private final Noise noise = new Noise(101);

  @Override
  public void paint(Canvas canvas) {
    float cabin = canvas.wide * 0.4f;
    canvas.shade((x, y, before) -> back(x, y));
    Random random = new Random(101);
    canvas.draw(graphics -> {
      for (int i = 0; i < 46; i++) {
        wood(graphics, canvas.wide * (i + random.nextFloat()) / 46, 0, random);
      }
      for (int i = 0; i < 20; i++) {
        wood(graphics, canvas.wide * (i + random.nextFloat()) / 20, 1, random);
      }
    });
    canvas.shade(0.5f, 1, (x, y, before) -> snow(x, y, before, cabin));
    canvas.draw(graphics -> {
      cabin(graphics, cabin, 0.755f);
      wood(graphics, canvas.wide * 0.8f, 2, random);
      wood(graphics, canvas.wide * 0.93f, 2, random);
      wood(graphics, canvas.wide * 0.07f, 2, random);
      flakes(graphics, canvas.wide, random);
    });
    canvas.develop(101, 8, 0.3f);
  }

  private int back(float x, float y) {
    int colour = SKY.at(y / 0.6f);
    float crest = 0.42f
        - 0.34f * (0.25f + noise.cloud(x * 1.1f + 3, 2, 3))
        - 0.09f * (noise.ridge(x * 3.2f, 8, 6) - 0.6f);
    if (y < crest) return colour;
    float gully = noise.ridge(x * 7 + (y - crest) * 3, (y - crest) * 4, 5)
        + 0.3f * noise.cloud(x * 22, y * 22, 3);
    int slope = mix(0x55668F, 0xE9C6C4, step(0.45f, 0.8f, gully));
    return mix(slope, 0xB9A5BE, step(crest, 0.62f, y));
  }

  private void wood(Graphics2D graphics, float x, int depth, Random random) {
    float tall = new float[] {0.17f, 0.29f, 0.6f}[depth] * (0.75f + 0.45f * random.nextFloat());
    float foot = new float[] {0.6f, 0.68f, 0.97f}[depth] + 0.03f * random.nextFloat();
    int needles = new int[] {0x5E7098, 0x2C4163, 0x12233A}[depth];
    int snow = new int[] {0xAAB2CE, 0x9FB4D8, 0xB9CDEB}[depth];
    Trees.snowyFir(graphics, x, foot, tall, needles, snow, random);
  }

  private int snow(float x, float y, int before, float cabin) {
    float drift = 0.635f + 0.05f * noise.cloud(x * 1.3f, 5, 4);
    if (y < drift) return before;
    float slope = noise.cloud(x * 1.6f, y * 5, 5) - noise.cloud(x * 1.6f + 0.03f, y * 5 + 0.12f, 5);
    int colour =
        mix(mix(0x8FA6D2, 0x5B74AC, step(drift, 1, y)), 0xC9D6F0, step(-0.05f, 0.12f, slope));
    float path = x - cabin - 0.04f - 0.16f * (float) Math.sin((y - 0.75f) * 7) - (y - 0.75f) * 0.2f;
    float wide = 0.018f + 0.16f * (y - 0.72f);
    colour = mix(
        colour,
        0x5468A0,
        0.55f
            * step(1.1f, 0.6f, Math.abs(path) / wide + 0.3f * noise.cloud(x * 16, y * 30, 3))
            * step(0.75f, 0.78f, y));
    float dx = x - cabin + 0.02f;
    float dy = (y - 0.78f) * 2.3f;
    colour = add(colour, 0xFFB050, 0.62f * (float) Math.exp(-(dx * dx + dy * dy) * 38));
    float sparkle = noise.dot((int) (x * 900), (int) (y * 900));
    return sparkle > 0.9985f ? add(colour, 0xFFFFFF, 0.3f) : colour;
  }

  private void cabin(Graphics2D graphics, float x, float y) {
    smoke(graphics, x + 0.075f, y - 0.22f);
    graphics.setPaint(
        new GradientPaint(x, y - 0.13f, new Color(0x4A3226), x, y, new Color(0x6B4630)));
    graphics.fill(new Rectangle2D.Float(x - 0.13f, y - 0.12f, 0.25f, 0.125f));
    graphics.fill(Shapes.polygon(x - 0.13f, y - 0.12f, x - 0.03f, y - 0.21f, x + 0.07f, y - 0.12f));
    graphics.setColor(new Color(0x33211A));
    for (float log = y - 0.11f; log < y; log += 0.0135f) {
      graphics.fill(new Rectangle2D.Float(x - 0.13f, log, 0.25f, 0.002f));
    }
    graphics.setColor(new Color(0x59453E));
    graphics.fill(new Rectangle2D.Float(x + 0.062f, y - 0.225f, 0.026f, 0.07f));
    roof(graphics, x, y);
    window(graphics, x - 0.095f, y - 0.085f);
    window(graphics, x + 0.06f, y - 0.085f);
    graphics.setColor(new Color(0x7E2E22));
    graphics.fill(new Rectangle2D.Float(x - 0.02f, y - 0.09f, 0.04f, 0.092f));
    Shapes.glow(graphics, x, y - 0.108f, 0.05f, 0xFFC860, 0.95f);
    graphics.setColor(new Color(0xC4D3EE));
    Path2D drift = new Path2D.Float();
    drift.moveTo(x - 0.16f, y + 0.014f);
    drift.curveTo(x - 0.1f, y - 0.016f, x - 0.05f, y - 0.002f, x - 0.022f, y + 0.004f);
    drift.curveTo(x + 0.03f, y + 0.012f, x + 0.09f, y - 0.018f, x + 0.15f, y + 0.014f);
    drift.closePath();
    graphics.fill(drift);
  }

  private void roof(Graphics2D graphics, float x, float y) {
    graphics.setPaint(
        new GradientPaint(x, y - 0.23f, new Color(0xE6EDFA), x, y - 0.11f, new Color(0xA9BCE2)));
    Path2D roof = new Path2D.Float();
    roof.moveTo(x - 0.158f, y - 0.108f);
    roof.curveTo(x - 0.1f, y - 0.17f, x - 0.06f, y - 0.225f, x - 0.03f, y - 0.236f);
    roof.lineTo(x + 0.07f, y - 0.232f);
    roof.curveTo(x + 0.1f, y - 0.2f, x + 0.13f, y - 0.15f, x + 0.15f, y - 0.112f);
    roof.curveTo(x + 0.13f, y - 0.1f, x + 0.1f, y - 0.108f, x + 0.08f, y - 0.11f);
    roof.curveTo(x + 0.03f, y - 0.15f, x, y - 0.19f, x - 0.03f, y - 0.203f);
    roof.curveTo(x - 0.06f, y - 0.18f, x - 0.1f, y - 0.13f, x - 0.14f, y - 0.1f);
    roof.closePath();
    graphics.fill(roof);
  }

  private static void window(Graphics2D graphics, float x, float y) {
    Shapes.glow(graphics, x + 0.02f, y + 0.02f, 0.085f, 0xFFB040, 0.75f);
    graphics.setPaint(
        new GradientPaint(x, y, new Color(0xFFF2B8), x, y + 0.042f, new Color(0xFFB23E)));
    graphics.fill(new Rectangle2D.Float(x, y, 0.042f, 0.042f));
    graphics.setColor(new Color(0x3A2419));
    graphics.fill(new Rectangle2D.Float(x + 0.0195f, y, 0.003f, 0.042f));
    graphics.fill(new Rectangle2D.Float(x, y + 0.0195f, 0.042f, 0.003f));
    graphics.setColor(new Color(0xD6E1F5));
    graphics.fill(new Rectangle2D.Float(x - 0.003f, y + 0.04f, 0.048f, 0.006f));
  }

  private void smoke(Graphics2D graphics, float x, float y) {
    for (int i = 0; i < 60; i++) {
      float up = i / 60f;
      float drift = 0.16f * up * up + 0.05f * up * noise.at(up * 5, 3);
      Shapes.glow(
          graphics, x + drift, y - 0.26f * up, 0.014f + 0.05f * up, 0xD9D3E6, 0.13f * (1 - up));
    }
  }

  private static void flakes(Graphics2D graphics, float wide, Random random) {
    for (int i = 0; i < 700; i++) {
      float close = (float) Math.pow(random.nextFloat(), 6);
      graphics.setColor(Shapes.colour(light(0xFFFFFF, 1), 0.75f - 0.55f * close));
      Shapes.disc(
          graphics, random.nextFloat() * wide, random.nextFloat(), 0.0011f + 0.011f * close);
    }
  }
}
