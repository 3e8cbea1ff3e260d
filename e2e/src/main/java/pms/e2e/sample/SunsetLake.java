package pms.e2e.sample;

import static pms.e2e.sample.Paint.add;
import static pms.e2e.sample.Paint.light;
import static pms.e2e.sample.Paint.mix;
import static pms.e2e.sample.Paint.step;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.QuadCurve2D;
import java.util.Random;

/** The sun goes down behind hills; the lake gives the sky back. */
final class SunsetLake implements Scene {
  private static final float SHORE = 0.56f;
  private static final Ramp SKY = Ramp.of(
      0, 0x1D2B5A, 0.3, 0x54467F, 0.55, 0xB25C7E, 0.76, 0xF08A55, 0.92, 0xFFC46B, 1, 0xFFE3A0);
  private final Noise noise = new Noise(11);

  @Override
  public void paint(Canvas canvas) {
    float sun = canvas.wide * 0.62f;
    canvas.shade(0, SHORE, (x, y, before) -> world(x, y, sun));
    canvas.shade(SHORE, 1, (x, y, before) -> water(x, y, sun));
    canvas.draw(this::reeds);
    canvas.develop(11, 10, 0.25f);
  }

  private int world(float x, float y, float sun) {
    int colour = sky(x, y, sun);
    int[] tones = {0xB0647A, 0x7A4468, 0x3A2548};
    for (int i = 0; i < 3; i++) {
      float top = SHORE
          - 0.012f
          - (0.11f - 0.035f * i)
              * (0.55f + 0.9f * noise.cloud(x * (1.6f + i * 1.7f) + i * 31, i * 7.7f, 7));
      if (y > top) {
        colour = mix(tones[i], 0xF59E62, (0.5f - i * 0.16f) * step(SHORE - 0.1f, SHORE, y));
      }
    }
    return colour;
  }

  private int sky(float x, float y, float sun) {
    int colour = SKY.at(y / SHORE);
    float dx = x - sun;
    float dy = y - (SHORE - 0.085f);
    float distance = (float) Math.sqrt(dx * dx + dy * dy);
    float cloud = noise.cloud(x * 1.7f, y * (7f - 3f * y) + 3, 6);
    float cover = step(0.02f, 0.34f, cloud) * step(0, 0.12f, SHORE - y);
    float rim = step(
        -0.05f,
        0.16f,
        cloud - noise.cloud(x * 1.7f + dx * 0.02f, (y + 0.02f) * (7f - 3f * y) + 3, 4));
    float near = (float) Math.exp(-distance * 1.9f);
    colour = mix(
        colour, mix(0x4A3760, mix(0xE8705A, 0xFFD68A, near), rim * (0.35f + near)), cover * 0.85f);
    colour = add(colour, 0xFFB45A, 0.75f * (float) Math.exp(-distance * 7));
    return mix(colour, 0xFFF6D8, step(0.040f, 0.036f, distance));
  }

  private int water(float x, float y, float sun) {
    float depth = y - SHORE;
    float far = 1 / (depth + 0.03f);
    float wave = noise.cloud((x - sun) * far * 0.5f + 40, far * 3.1f, 4) * 0.7f
        + noise.at((x - sun) * far * 2.2f, far * 14f) * 0.3f;
    float strength = step(0, 0.35f, depth);
    float up = SHORE - depth * 1.02f - 0.002f + wave * (0.012f + 0.13f * strength);
    int mirrored = world(x + wave * 0.02f, Math.clamp(up, 0.01f, SHORE - 0.001f), sun);
    int colour = mix(light(mirrored, 0.86f), 0x14224A, 0.18f + 0.45f * strength);
    float path = (float) Math.exp(-Math.abs(x - sun) / (0.03f + depth * 0.22f) * 1.7f);
    return add(colour, 0xFFC070, path * step(0.02f, 0.36f, wave + 0.12f) * 0.95f);
  }

  private void reeds(Graphics2D graphics) {
    Random random = new Random(5);
    for (int i = 0; i < 130; i++) {
      float x = (float) Math.pow(random.nextFloat(), 1.7) * 0.42f - 0.02f;
      float tall = (0.12f + random.nextFloat() * 0.3f) * (1 - x * 1.5f);
      float lean = (random.nextFloat() - 0.35f) * 0.12f;
      graphics.setColor(new Color(0x0E0A18));
      graphics.setStroke(new BasicStroke(
          0.0012f + random.nextFloat() * 0.0016f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      graphics.draw(new QuadCurve2D.Float(x, 1.01f, x, 1 - tall * 0.6f, x + lean, 1 - tall));
      if (i % 6 == 0) {
        graphics.setStroke(new BasicStroke(0.008f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(new QuadCurve2D.Float(
            x + lean,
            1 - tall,
            x + lean * 1.1f,
            1 - tall - 0.02f,
            x + lean * 1.2f,
            1 - tall - 0.045f));
      }
    }
  }
}
