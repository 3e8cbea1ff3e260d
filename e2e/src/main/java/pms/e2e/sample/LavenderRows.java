package pms.e2e.sample;

import static pms.e2e.sample.Paint.add;
import static pms.e2e.sample.Paint.light;
import static pms.e2e.sample.Paint.mix;
import static pms.e2e.sample.Paint.step;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** Rows of lavender run to a lone tree. */
final class LavenderRows implements Scene {
  private static final float HORIZON = 0.46f;
  private static final Ramp SKY =
      Ramp.of(0, 0x4C6FB0, 0.4, 0x95A5CF, 0.7, 0xF0C3B4, 0.9, 0xFFD9A0, 1, 0xFFE9BE);
  private final Noise noise = new Noise(83);

  @Override
  public void paint(Canvas canvas) {
    canvas.shade(0, HORIZON + 0.01f, (x, y, before) -> sky(x, y, canvas.wide * 0.7f));
    canvas.shade(
        HORIZON - 0.01f,
        1,
        (x, y, before) -> y < HORIZON ? before : field(x - canvas.wide * 0.46f, y));
    canvas.draw(graphics -> {
      house(graphics, canvas.wide * 0.24f, HORIZON + 0.006f);
      tree(graphics, canvas.wide * 0.58f, HORIZON + 0.012f, new Random(83));
    });
    canvas.shade((x, y, before) -> add(
        before,
        0xFFD090,
        0.16f
            * (float) Math.exp(-((x - canvas.wide * 0.7f) * (x - canvas.wide * 0.7f) * 5
                + (y - HORIZON) * (y - HORIZON) * 24))));
    canvas.develop(83, 8, 0.35f);
  }

  private int sky(float x, float y, float sun) {
    int colour = SKY.at(y / HORIZON);
    float cloud = noise.cloud(x * 1.8f, y * 6 + 2, 6);
    float cover = step(0, 0.42f, cloud) * step(HORIZON, HORIZON - 0.2f, y);
    colour = mix(
        colour,
        mix(
            0xC9A2BE,
            0xFFE6C4,
            step(-0.1f, 0.2f, cloud - noise.cloud(x * 1.8f + 0.05f, y * 6 + 2.12f, 4))),
        cover * 0.85f);
    float hills = HORIZON - 0.035f - 0.06f * (0.5f + noise.cloud(x * 1.3f, 4, 6));
    if (y > hills) colour = mix(0x8A86B4, 0xE9BFA6, step(hills, HORIZON, y) * 0.7f);
    float wood = HORIZON - 0.006f - 0.02f * (0.5f + noise.cloud(x * 6, 9, 5));
    if (y > wood) colour = mix(0x4D5A55, 0x8B7C5A, step(wood, HORIZON, y) * 0.4f);
    float away = (x - sun) * (x - sun) + (y - HORIZON + 0.05f) * (y - HORIZON + 0.05f);
    return add(
        colour,
        0xFFD080,
        0.75f * (float) Math.exp(-away * 260) + 0.18f * (float) Math.exp(-away * 9));
  }

  private int field(float x, float y) {
    float depth = 0.055f / (y - HORIZON + 0.004f);
    float across = x * depth * 9.5f + 0.02f * noise.at(depth * 3, 1);
    float row = across - (float) Math.floor(across) - 0.5f;
    float sharp = step(14, 2.2f, depth);
    float bumps = noise.cloud(across * 5.5f, 26 / (depth + 0.05f) + across * 2, 4) * sharp;
    float bush = step(0.5f, 0.24f, Math.abs(row) + bumps * 0.2f);
    float lit = step(-0.5f, 0.5f, row * 1.1f + 0.35f * bumps + 0.05f);
    float bloom = noise.cloud(x * depth * 190, 900 / (depth * 9 + 1.5f) + row * 3, 3) * sharp;
    int flowers = mix(
        mix(0x35205F, 0x6B45A6, lit),
        0xC79BE8,
        step(0.02f, 0.34f, bloom + lit * 0.16f - 0.06f) * (0.45f + 0.5f * lit));
    flowers = mix(
        flowers,
        0x49602E,
        step(0.27f, 0.46f, Math.abs(row) - 0.04f + bumps * 0.2f)
            * step(-0.2f, 0.3f, bloom + 0.05f)
            * 0.8f);
    int soil = light(
        mix(0x6A4A3C, 0xA9805A, step(-0.4f, 0.4f, noise.cloud(across * 9, 90 / (depth + 0.3f), 3))),
        0.85f);
    int colour = mix(soil, flowers, bush);
    colour = mix(colour, 0x7A55AE, (1 - sharp) * 0.8f);
    return mix(colour, 0xE6AFA8, 0.55f * step(3.2f, 14, depth));
  }

  private void house(Graphics2D graphics, float x, float y) {
    graphics.setColor(new Color(0xE8CBA0));
    graphics.fill(new Rectangle2D.Float(x, y - 0.036f, 0.075f, 0.036f));
    graphics.setColor(new Color(0xC9A27E));
    graphics.fill(Shapes.polygon(x - 0.032f, y - 0.032f, x, y - 0.045f, x, y, x - 0.032f, y));
    graphics.setColor(new Color(0xB5653F));
    graphics.fill(Shapes.polygon(
        x - 0.004f,
        y - 0.034f,
        x + 0.008f,
        y - 0.056f,
        x + 0.067f,
        y - 0.056f,
        x + 0.079f,
        y - 0.034f));
    graphics.setColor(new Color(0x5B6F8F));
    for (int i = 0; i < 4; i++) {
      graphics.fill(new Rectangle2D.Float(x + 0.008f + i * 0.017f, y - 0.026f, 0.006f, 0.011f));
    }
    graphics.setColor(new Color(0x2E3A2E));
    for (int i = 0; i < 3; i++) {
      graphics.fill(new java.awt.geom.Ellipse2D.Float(
          x + 0.085f + i * 0.016f, y - 0.07f + i * 0.008f, 0.012f, 0.075f - i * 0.008f));
    }
  }

  private void tree(Graphics2D graphics, float x, float y, Random random) {
    graphics.setColor(new Color(0x2B201C));
    graphics.fill(
        Shapes.polygon(x - 0.006f, y, x - 0.003f, y - 0.1f, x + 0.004f, y - 0.1f, x + 0.007f, y));
    for (int i = 0; i < 1500; i++) {
      double angle = random.nextDouble() * Math.TAU;
      double reach = Math.sqrt(random.nextDouble());
      float dx = (float) (Math.cos(angle) * reach);
      float dy = (float) (Math.sin(angle) * reach);
      if (noise.cloud(dx * 3, dy * 3, 3) + 0.3f < reach * 0.45f) continue;
      float bright = step(-0.8f, 1.1f, dx * 0.9f - dy * 0.6f + 0.5f * (random.nextFloat() - 0.5f));
      graphics.setColor(Shapes.colour(mix(0x1E2A1C, 0x9B8F3E, bright), 0.85f));
      Shapes.disc(
          graphics,
          x + dx * 0.085f,
          y - 0.135f + dy * 0.072f,
          0.003f + 0.005f * random.nextFloat());
    }
  }
}
