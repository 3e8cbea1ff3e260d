package pms.e2e.sample;

import static pms.e2e.sample.Paint.add;
import static pms.e2e.sample.Paint.light;
import static pms.e2e.sample.Paint.mix;
import static pms.e2e.sample.Paint.step;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** White cliffs, a red and white lighthouse, a fresh wind. */
final class Lighthouse implements Scene {
  private static final float HORIZON = 0.52f;
  private static final Ramp SKY = Ramp.of(0, 0x2E6DB4, 0.6, 0x7FB2DC, 1, 0xD5E6EE);
  private static final Ramp SEA = Ramp.of(0, 0x5E9AB8, 0.25, 0x1F6C93, 0.7, 0x14597C, 1, 0x0F4A66);
  private final Noise noise = new Noise(139);

  @Override
  public void paint(Canvas canvas) {
    canvas.shade((x, y, before) -> y < HORIZON ? sky(x, y) : sea(x, y, canvas.wide));
    canvas.shade(0.2f, 1, (x, y, before) -> cliff(x, y, canvas.wide, before));
    canvas.draw(graphics -> {
      tower(graphics, canvas.wide * 0.76f, edge(canvas.wide * 0.76f, canvas.wide) + 0.012f);
      sail(graphics, canvas.wide * 0.2f, HORIZON + 0.016f);
    });
    canvas.develop(139, 9, 0.25f);
  }

  private int sky(float x, float y) {
    float swell = noise.cloud(x * 1.9f, y * 3.6f + 0.5f, 6);
    float cover = step(-0.02f, 0.2f, swell + 0.12f - 0.25f * Math.abs(y - 0.24f));
    float lit = step(-0.1f, 0.2f, swell - noise.cloud(x * 1.9f - 0.09f, y * 3.6f + 0.36f, 5));
    int cloud = mix(0xA9BCD2, 0xFFFDF6, 0.25f + 0.75f * lit);
    return mix(SKY.at(y / HORIZON), mix(cloud, 0xD5E2EC, step(0.3f, HORIZON, y)), cover * 0.95f);
  }

  private int sea(float x, float y, float wide) {
    float depth = y - HORIZON;
    float far = 1 / (depth + 0.02f);
    float swell = noise.cloud(x * far * 0.55f + depth * 5, far * 2.6f, 5);
    float chop = noise.at(x * far * 3, far * 13);
    int colour =
        light(SEA.at(depth / 0.48f), 1 + 0.75f * swell * step(0, 0.1f, depth) + 0.1f * chop);
    float off =
        Math.max((y - foot(x)) * 1.6f, wide * 0.45f - x) + 0.06f * noise.cloud(x * 3, y * 6, 3);
    float shoal = step(0.42f, 0, off);
    colour = mix(colour, light(0x4FB3AE, 1 + 0.4f * swell), shoal * 0.75f);
    float caps = step(0.2f, 0.32f, swell + 0.08f * chop) * step(0.02f, 0.12f, depth);
    float surf = noise.ridge(x * 7, y * 13 + x * 4, 5) + 0.7f * step(0.09f, 0, off);
    return mix(colour, 0xF4FAF8, Math.max(caps * 0.7f, step(1.24f, 1.5f, surf)));
  }

  /** Where the cliff stands in the water. */
  private float foot(float x) {
    return 0.7f + 0.13f * (x - 0.7f) + 0.03f * noise.cloud(x * 7, 11, 4);
  }

  private float edge(float x, float wide) {
    float in = x - wide * 0.47f;
    return 0.455f
        + 0.035f * noise.cloud(x * 3.1f, 6, 5)
        + 0.05f * step(0.12f, 0, in)
        - 0.03f * step(0.2f, 0.7f, in);
  }

  private int cliff(float x, float y, float wide, int before) {
    float top = edge(x, wide);
    float front = wide * 0.49f + 0.025f * noise.cloud(y * 8, 2, 5) - 0.13f * step(0.45f, 0.9f, y);
    float foot = foot(x);
    if (x < front || y < top || y > foot) return before;
    float turf =
        top + 0.05f + 0.16f * step(0.05f, 0.9f, x - front) + 0.03f * noise.cloud(x * 12, 3, 4);
    if (y < turf) return grass(x, y, top, turf);
    float beds = y * 34 + 1.3f * noise.cloud(x * 2, y * 3, 3);
    float strata = noise.at(beds, 3) * 0.5f + 0.5f * noise.at(beds * 2.7f, 9);
    float crack = noise.ridge(x * 13 + y * 1.5f, y * 2.4f, 5);
    float face = noise.cloud(x * 5.5f, y * 1.6f, 4);
    int chalk = mix(0xF3EDDC, 0xA99F92, step(-0.2f, 0.35f, face));
    chalk = light(
        chalk,
        1
            + 0.09f * strata
            - 0.45f * step(0.86f, 0.97f, crack)
            + 0.1f * noise.cloud(x * 40, y * 40, 2));
    chalk = mix(chalk, 0x4E5148, 0.75f * step(foot - 0.07f, foot + 0.01f, y + 0.02f * strata));
    float spray = step(foot - 0.03f, foot + 0.004f, y + 0.03f * noise.cloud(x * 22, y * 22, 4));
    return mix(mix(chalk, 0x5D7A3C, 0.7f * step(turf + 0.012f, turf, y)), 0xF6FBFA, spray * 0.85f);
  }

  private int grass(float x, float y, float top, float turf) {
    float tufts = noise.cloud(x * 70, y * 34, 3);
    int colour = mix(0x7FA848, 0x4A7430, step(top, turf, y) + 0.5f * noise.cloud(x * 4, y * 9, 3));
    float path = Math.abs(x * 0.52f - y + 0.02f * noise.at(x * 6, 2) - 0.36f);
    colour = mix(colour, 0xD9C8A0, 0.8f * step(0.008f, 0.004f, path));
    return add(light(colour, 1 + 0.4f * tufts), 0xFFE9A0, 0.12f * step(top + 0.02f, top, y));
  }

  private static void tower(Graphics2D graphics, float x, float foot) {
    float tall = 0.33f;
    float base = 0.036f;
    int bands = 5;
    for (int i = 0; i < bands; i++) {
      float low = foot - tall * i / bands;
      float high = foot - tall * (i + 1) / bands;
      float wideLow = base * (1 - 0.4f * i / bands);
      float wideHigh = base * (1 - 0.4f * (i + 1) / bands);
      int colour = i % 2 == 0 ? 0xF4F1EA : 0xC93A2C;
      graphics.setPaint(new GradientPaint(
          x - base, 0, new Color(colour), x + base, 0, new Color(light(colour, 0.55f))));
      graphics.fill(Shapes.polygon(
          x - wideLow, low, x - wideHigh, high, x + wideHigh, high, x + wideLow, low));
    }
    float top = foot - tall;
    graphics.setColor(new Color(0x2B2F38));
    graphics.fill(new Rectangle2D.Float(x - 0.031f, top - 0.007f, 0.062f, 0.008f));
    graphics.setPaint(
        new GradientPaint(x - 0.016f, 0, new Color(0xFFF4C4), x + 0.016f, 0, new Color(0x8FA6B4)));
    graphics.fill(new Rectangle2D.Float(x - 0.016f, top - 0.042f, 0.032f, 0.036f));
    graphics.setColor(new Color(0x2B2F38));
    for (int i = 0; i < 4; i++) {
      graphics.fill(
          new Rectangle2D.Float(x - 0.0165f + i * 0.0105f, top - 0.042f, 0.0016f, 0.036f));
    }
    graphics.setColor(new Color(0xB23326));
    graphics.fill(Shapes.polygon(
        x - 0.022f,
        top - 0.041f,
        x - 0.01f,
        top - 0.062f,
        x,
        top - 0.07f,
        x + 0.01f,
        top - 0.062f,
        x + 0.022f,
        top - 0.041f));
    graphics.setColor(new Color(0x3B4A58));
    for (int i = 0; i < 3; i++) {
      graphics.fill(new Rectangle2D.Float(x - 0.004f, foot - 0.29f + 0.085f * i, 0.008f, 0.014f));
    }
    graphics.setColor(new Color(0x3B4A58));
    graphics.fill(new Rectangle2D.Float(x - 0.008f, foot - 0.03f, 0.016f, 0.03f));
    Shapes.glow(graphics, x, top - 0.024f, 0.075f, 0xFFF2B0, 0.55f);
    keepersHouse(graphics, x + 0.07f, foot + 0.006f);
  }

  private static void keepersHouse(Graphics2D graphics, float x, float foot) {
    graphics.setColor(new Color(0xEFEAE0));
    graphics.fill(new Rectangle2D.Float(x, foot - 0.046f, 0.105f, 0.046f));
    graphics.setColor(new Color(0x8C4434));
    graphics.fill(Shapes.polygon(
        x - 0.007f,
        foot - 0.044f,
        x + 0.012f,
        foot - 0.078f,
        x + 0.093f,
        foot - 0.078f,
        x + 0.112f,
        foot - 0.044f));
    graphics.setColor(new Color(0x39566E));
    for (int i = 0; i < 4; i++) {
      graphics.fill(new Rectangle2D.Float(x + 0.012f + 0.024f * i, foot - 0.034f, 0.01f, 0.014f));
    }
  }

  private static void sail(Graphics2D graphics, float x, float y) {
    graphics.setColor(new Color(0xFFFFFF));
    graphics.fill(Shapes.polygon(x, y - 0.055f, x, y - 0.006f, x + 0.026f, y - 0.006f));
    graphics.setColor(new Color(0xE5E9EE));
    graphics.fill(
        Shapes.polygon(x - 0.002f, y - 0.048f, x - 0.002f, y - 0.006f, x - 0.015f, y - 0.006f));
    graphics.setColor(new Color(0x7A3325));
    graphics.fill(Shapes.polygon(
        x - 0.019f,
        y - 0.004f,
        x + 0.024f,
        y - 0.004f,
        x + 0.017f,
        y + 0.004f,
        x - 0.013f,
        y + 0.004f));
  }
}
