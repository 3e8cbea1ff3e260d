package pms.e2e.sample;

import static pms.e2e.sample.Paint.add;
import static pms.e2e.sample.Paint.light;
import static pms.e2e.sample.Paint.mix;
import static pms.e2e.sample.Paint.step;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.util.Random;

/** Birches in October; the sun comes through from behind. */
final class AutumnForest implements Scene {
  private static final int[] LEAVES = {
    0xF2B632, 0xE88A1E, 0xD65A1A, 0xB83A1B, 0xF6D25A, 0xC9A227, 0x8E9B2E
  };
  private final Noise noise = new Noise(53);

  @Override
  public void paint(Canvas canvas) {
    Random random = new Random(53);
    canvas.shade((x, y, before) -> distance(x - canvas.wide * 0.55f, y));
    for (int depth = 0; depth < 5; depth++) {
      float near = depth / 4f;
      canvas.draw(graphics -> foliage(graphics, canvas.wide, near, random));
      trunks(canvas, near, random);
    }
    canvas.shade(0.62f, 1, this::floor);
    canvas.draw(graphics -> fallen(graphics, canvas.wide, random));
    canvas.shade((x, y, before) -> rays(x - canvas.wide * 0.55f, y, before));
    canvas.develop(53, 7, 0.45f);
  }

  private int distance(float x, float y) {
    float sun = (float) Math.exp(-(x * x * 3 + (y - 0.3f) * (y - 0.3f) * 5));
    float leaves = noise.cloud(x * 9, y * 9, 3);
    int colour = mix(0x6E6A24, 0xE2A93A, step(-0.35f, 0.4f, leaves + sun * 0.5f));
    return add(mix(colour, 0xFFF0B8, sun * 0.85f), 0xFFE090, sun * 0.25f);
  }

  private void foliage(Graphics2D graphics, float wide, float near, Random random) {
    int count = (int) (2600 + 1500 * near);
    float size = 0.006f + 0.009f * near;
    for (int i = 0; i < count; i++) {
      float x = random.nextFloat() * wide;
      float y = (float) Math.pow(random.nextFloat(), 1.5) * (0.78f - 0.2f * near);
      if (noise.cloud(x * 2.6f + near * 40, y * 3.2f, 3) < -0.02f + 0.12f * near) continue;
      int tone = light(LEAVES[random.nextInt(LEAVES.length)], 0.75f + 0.4f * random.nextFloat());
      graphics.setColor(
          Shapes.colour(mix(0xF3CF72, tone, 0.35f + 0.65f * near), 0.55f + 0.35f * near));
      leaf(graphics, x, y, size * (0.5f + random.nextFloat()), random);
    }
  }

  private static void leaf(Graphics2D graphics, float x, float y, float size, Random random) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.rotate(random.nextFloat() * Math.PI);
    graphics.fill(new Ellipse2D.Float(-size, -size * 0.5f, size * 2, size));
    graphics.setTransform(before);
  }

  private void trunks(Canvas canvas, float near, Random random) {
    int count = (int) (15 - 9 * near);
    for (int i = 0; i < count; i++) {
      float x = canvas.wide * (i + 0.15f + 0.7f * random.nextFloat()) / count;
      float half =
          (0.004f + 0.021f * near * near + 0.004f * near) * (0.7f + 0.6f * random.nextFloat());
      float foot = 0.68f + 0.2f * near + 0.05f * random.nextFloat();
      float lean = (random.nextFloat() - 0.5f) * 0.08f;
      trunk(canvas, x, half, foot, lean, near);
    }
  }

  /** White bark with black marks, lit from behind on its edges. */
  private void trunk(Canvas canvas, float middle, float half, float foot, float lean, float near) {
    canvas.shade(0, foot + half, (x, y, before) -> {
      float bend = middle + lean * (foot - y) + 0.012f * noise.at(y * 2, middle * 9);
      float width = half * (1 + 0.35f * step(foot - 0.14f, foot, y)) * (0.75f + 0.25f * y);
      float side = (x - bend) / width;
      if (side < -1 || side > 1 || y > foot + half * 0.6f * (1 - side * side)) return before;
      float bark = noise.cloud((x - bend) / half * 1.1f + middle * 50, y * 26 / (0.3f + near), 4);
      float marks = step(
          0.1f,
          0.26f,
          noise.at((x - bend) / half * 0.7f + middle * 31, y * 0.9f / half + middle * 70)
              + 0.3f * bark
              - 0.16f);
      int tone = mix(0xEFE6D2, 0xA99A84, step(-0.2f, 1, side * 0.8f + bark * 0.6f));
      tone = mix(tone, 0x2A2320, marks * 0.9f);
      tone = mix(tone, 0x4B3A2A, step(foot - 0.2f, foot + 0.04f, y) * 0.7f);
      tone = add(tone, 0xFFD070, (float) Math.pow(Math.abs(side), 6) * 0.35f);
      return mix(mix(tone, 0xF0CC78, 0.62f * (1 - near)), before, step(0.93f, 1, Math.abs(side)));
    });
  }

  private int floor(float x, float y, int before) {
    float edge = 0.7f + 0.05f * noise.cloud(x * 1.5f, 4, 4);
    float litter = noise.cloud(x * 22, y * 60, 4);
    int ground = mix(0x5A3212, 0xC97A22, step(-0.3f, 0.35f, litter));
    ground = mix(
        ground,
        0xF2C052,
        0.7f
            * step(
                0.25f, -0.1f, Math.abs(noise.cloud(x * 1.1f - y * 1.3f, y * 2, 3)) + (y - edge)));
    return mix(
        before,
        ground,
        step(edge - 0.015f, edge + 0.05f, y) * (0.35f + 0.6f * step(edge, 0.95f, y)));
  }

  private void fallen(Graphics2D graphics, float wide, Random random) {
    for (int i = 0; i < 6500; i++) {
      float depth = (float) Math.sqrt(random.nextFloat());
      float y = 0.72f + 0.29f * depth;
      float size = (0.0015f + 0.0085f * depth * depth) * (0.6f + 0.7f * random.nextFloat());
      graphics.setColor(
          new Color(light(LEAVES[random.nextInt(6)], 0.5f + 0.6f * random.nextFloat())));
      leaf(graphics, random.nextFloat() * wide, y, size, random);
    }
  }

  private int rays(float x, float y, int before) {
    float angle = (float) Math.atan2(x, y + 0.25f);
    float ray = step(0.05f, 0.45f, noise.cloud(angle * 9, 2, 3)) * step(1.05f, 0.1f, y);
    float sun = (float) Math.exp(-(x * x * 5 + (y - 0.26f) * (y - 0.26f) * 9));
    return add(add(before, 0xFFD98A, ray * 0.26f), 0xFFE9B0, sun * 0.42f);
  }
}
