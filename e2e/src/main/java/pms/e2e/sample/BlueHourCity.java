package pms.e2e.sample;

import static pms.e2e.sample.Paint.add;
import static pms.e2e.sample.Paint.light;
import static pms.e2e.sample.Paint.mix;
import static pms.e2e.sample.Paint.step;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** A skyline across the river when the windows are lit and the sky is still blue. */
final class BlueHourCity implements Scene {
  private static final float SHORE = 0.68f;
  private static final Ramp SKY =
      Ramp.of(0, 0x0A1A48, 0.4, 0x1F3E80, 0.7, 0x5A6AA5, 0.88, 0xC98A86, 1, 0xF3B077);
  private static final int[] LAMPS = {0xFFD27A, 0xFFE3A8, 0xFFC25A, 0xFFF0CF, 0xBFDCFF};
  private final Noise noise = new Noise(71);

  @Override
  public void paint(Canvas canvas) {
    canvas.shade(0, SHORE, (x, y, before) -> sky(x, y));
    canvas.draw(graphics -> {
      for (int depth = 0; depth < 4; depth++) {
        row(graphics, canvas.wide, depth, new Random(71 + depth));
      }
      spire(graphics, canvas.wide * 0.36f);
      lamps(graphics, canvas.wide);
    });
    canvas.shade(SHORE, 1, (x, y, before) -> river(canvas, x, y));
    canvas.develop(71, 9, 0.3f);
  }

  private int sky(float x, float y) {
    int colour = SKY.at(y / SHORE + 0.02f * noise.cloud(x * 2, y * 5, 3));
    float cloud = step(0.02f, 0.4f, noise.cloud(x * 1.3f + 8, y * 6.5f, 6)) * step(0.6f, 0.2f, y);
    return mix(colour, mix(0x39477E, 0xE99C8E, step(0.08f, 0.55f, y)), cloud * 0.6f);
  }

  private void row(Graphics2D graphics, float wide, int depth, Random random) {
    int wall = mix(0x59659A, 0x0C1226, 0.25f + depth * 0.25f);
    float x = -0.02f;
    while (x < wide) {
      float broad = 0.045f + 0.055f * random.nextFloat();
      float centre = 1 - Math.min(1, Math.abs(x / wide - 0.45f) * 1.7f);
      float tall = (0.07f
              + 0.11f * random.nextFloat()
              + 0.3f * centre * (float) Math.pow(random.nextFloat(), 1.6))
          * (1.25f - 0.24f * depth);
      building(graphics, x, SHORE - tall, broad, tall, wall, depth, random);
      x += broad * (0.86f + 0.3f * random.nextFloat());
    }
  }

  private void building(
      Graphics2D graphics,
      float x,
      float y,
      float broad,
      float tall,
      int wall,
      int depth,
      Random random) {
    graphics.setPaint(new java.awt.GradientPaint(
        x,
        y,
        new Color(light(wall, 1.12f)),
        x,
        y + tall,
        new Color(mix(light(wall, 0.8f), 0x6B4A3A, 0.25f))));
    graphics.fill(new Rectangle2D.Float(x, y, broad, tall + 0.01f));
    int top = random.nextInt(4);
    if (top == 0) {
      graphics.fill(new Rectangle2D.Float(x + broad * 0.2f, y - 0.014f, broad * 0.6f, 0.015f));
    }
    if (top == 1) graphics.fill(new Rectangle2D.Float(x + broad * 0.47f, y - 0.05f, 0.003f, 0.05f));
    if (top == 2) {
      graphics.fill(
          Shapes.polygon(x, y + 0.001f, x + broad * 0.5f, y - 0.03f, x + broad, y + 0.001f));
    }
    float floor = 0.0085f + 0.002f * depth;
    float pane = 0.0055f + 0.0025f * random.nextFloat();
    float lit = 0.22f + 0.4f * random.nextFloat();
    int columns = Math.max(1, (int) ((broad - 0.008f) / (pane * 1.6f)));
    for (float wy = y + 0.01f; wy < SHORE - 0.014f; wy += floor * 1.35f) {
      boolean office = random.nextFloat() < 0.12f;
      for (int i = 0; i < columns; i++) {
        if (random.nextFloat() > (office ? 0.9f : lit)) continue;
        graphics.setColor(Shapes.colour(
            LAMPS[random.nextInt(LAMPS.length)],
            (0.35f + 0.6f * random.nextFloat()) * (0.45f + 0.18f * depth)));
        graphics.fill(new Rectangle2D.Float(x + 0.005f + i * pane * 1.6f, wy, pane, floor * 0.72f));
      }
    }
  }

  private void spire(Graphics2D graphics, float x) {
    graphics.setColor(new Color(0x18203E));
    graphics.fill(Shapes.polygon(
        x - 0.011f, SHORE, x - 0.005f, 0.24f, x, 0.08f, x + 0.005f, 0.24f, x + 0.011f, SHORE));
    graphics.fill(new Rectangle2D.Float(x - 0.021f, 0.245f, 0.042f, 0.017f));
    graphics.fill(new Rectangle2D.Float(x - 0.015f, 0.262f, 0.03f, 0.012f));
    graphics.setColor(new Color(0xFFE2A0));
    graphics.fill(new Rectangle2D.Float(x - 0.02f, 0.25f, 0.04f, 0.004f));
    Shapes.glow(graphics, x, 0.255f, 0.09f, 0xFFD890, 0.4f);
    Shapes.glow(graphics, x, 0.082f, 0.03f, 0xFF4030, 0.9f);
  }

  private void lamps(Graphics2D graphics, float wide) {
    graphics.setColor(new Color(0x0A0F20));
    graphics.fill(new Rectangle2D.Float(0, SHORE - 0.012f, wide, 0.014f));
    for (float x = 0.02f; x < wide; x += 0.043f) {
      Shapes.glow(graphics, x, SHORE - 0.017f, 0.028f, 0xFFC870, 0.8f);
      graphics.setColor(new Color(0xFFF3D0));
      Shapes.disc(graphics, x, SHORE - 0.017f, 0.0026f);
    }
  }

  private int river(Canvas canvas, float x, float y) {
    float depth = y - SHORE;
    float far = 1 / (depth + 0.05f);
    float wave = noise.cloud(x * far * 0.9f, far * 6, 4);
    int sum = 0;
    int colour = 0;
    for (int i = 0; i < 5; i++) {
      float up = SHORE - depth * (0.8f + 0.22f * i) - 0.004f + wave * 0.16f * depth;
      int sample = canvas.colourAt(
          x + wave * 0.03f * step(0, 0.2f, depth), Math.clamp(up, 0, SHORE - 0.002f));
      colour = i == 0 ? sample : mix(colour, sample, 1f / (i + 1));
      sum = Math.max(sum, sample >> 16 & 255);
    }
    colour = mix(light(colour, 0.85f), 0x0A1638, 0.2f + 0.9f * depth);
    return add(colour, 0xFFC070, step(200, 255, sum) * 0.14f * step(0, 0.3f, wave + 0.1f));
  }
}
