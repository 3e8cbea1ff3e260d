package pms.e2e.sample;

import static pms.e2e.sample.Paint.add;
import static pms.e2e.sample.Paint.light;
import static pms.e2e.sample.Paint.mix;
import static pms.e2e.sample.Paint.step;

/** Curtains of light over a fjord that mirrors them. */
final class NorthernLights implements Scene {
  private static final float SHORE = 0.7f;
  private static final Ramp SKY = Ramp.of(0, 0x040818, 0.6, 0x0A1C33, 1, 0x17394A);
  private final Noise noise = new Noise(97);

  @Override
  public void paint(Canvas canvas) {
    canvas.shade(0, SHORE, (x, y, before) -> world(canvas, x, y));
    canvas.shade(SHORE, 1, (x, y, before) -> fjord(canvas, x, y));
    canvas.develop(97, 11, 0.25f);
  }

  private int world(Canvas canvas, float x, float y) {
    int colour = SKY.at(y / SHORE);
    colour = add(colour, 0xFFFFFF, star(canvas, x, y));
    for (int i = 0; i < 4; i++) colour = curtain(colour, x, y, i);
    return mountains(colour, x, y);
  }

  private float star(Canvas canvas, float x, float y) {
    float cell = canvas.height / 9f;
    int column = (int) (x * cell);
    int row = (int) (y * cell);
    float chance = noise.dot(column, row);
    if (chance < 0.955f) return 0;
    float dx = x * cell - column - 0.3f - 0.4f * noise.dot(row, column);
    float dy = y * cell - row - 0.3f - 0.4f * noise.dot(column + 7, row);
    float bright = (float) Math.pow(noise.dot(column, row + 3), 4);
    return (0.25f + 0.9f * bright) * step(0.05f + 0.06f * bright, 0, dx * dx + dy * dy);
  }

  private int curtain(int colour, float x, float y, int which) {
    float fold = noise.cloud(x * 0.9f + which * 11.3f, which * 4.1f, 3);
    float low = 0.5f - 0.075f * which - 0.26f * fold - 0.06f * x;
    float up = low - y;
    if (up < -0.05f || up > 0.6f) return colour;
    float swirl = x + 0.05f * noise.at(x * 5 + which, up * 2.5f);
    float streaks = 0.5f
        + 0.9f * noise.cloud(swirl * 17 + which * 5, up * 0.7f + which, 3)
        + 0.35f * noise.at(swirl * 75, which);
    float body = step(-0.035f, 0.025f, up) * (float) Math.exp(-up * (5.2f + 1.2f * which));
    float patch = step(-0.3f, 0.3f, noise.cloud(x * 1.4f + which * 9, 31, 2) + 0.08f);
    float strength = Math.max(0, streaks) * body * patch * (0.95f - 0.14f * which);
    int tone = mix(mix(0x58FFA4, 0x2FE0A0, up * 3), 0xA24BE0, step(0.08f, 0.34f, up));
    return add(add(colour, tone, strength * 0.9f), 0x60FFB0, body * patch * 0.10f);
  }

  private int mountains(int colour, float x, float y) {
    for (int i = 0; i < 2; i++) {
      float near = i;
      float height = 0.17f - 0.06f * near;
      float crest = SHORE
          - height
              * (0.35f
                  + 1.5f
                      * Math.max(
                          0,
                          noise.cloud(x * (1.3f + near * 0.8f) + i * 23 + 2, i * 5 + 1, 3) + 0.22f))
          - 0.05f * (noise.ridge(x * 4 + i * 9, 3, 6) - 0.6f);
      if (y < crest) continue;
      float gully = noise.ridge(x * 9 + (y - crest) * 2.5f + i * 17, (y - crest) * 5, 5);
      float snow = step(0.66f, 0.92f, gully + 0.3f * noise.cloud(x * 38, y * 38 + i * 9, 4));
      int slope = mix(
          mix(0x0A1622, 0x050B12, near),
          mix(0x56828F, 0x3E6E74, near),
          snow * (0.85f - 0.25f * near));
      colour = mix(slope, 0x2A6A66, 0.35f * step(SHORE - 0.05f, SHORE, y));
    }
    return colour;
  }

  private int fjord(Canvas canvas, float x, float y) {
    float depth = y - SHORE;
    float far = 1 / (depth + 0.04f);
    float wave = noise.cloud(x * far * 0.5f, far * 4, 4);
    float up = SHORE - depth * 1.75f - 0.003f + wave * 0.14f * depth;
    int mirrored =
        canvas.colourAt(x + wave * 0.05f * step(0, 0.3f, depth), Math.clamp(up, 0, SHORE - 0.003f));
    int colour = mix(light(mirrored, 0.72f), 0x06141F, 0.1f + depth);
    float shore = 0.965f + 0.05f * noise.cloud(x * 1.6f + 4, 2, 5) - 0.1f * step(0.5f, 0, x);
    float stones = noise.cloud(x * 26, y * 44, 4);
    int snow = light(mix(0x2A5560, 0x79B5AC, step(-0.3f, 0.35f, stones + (y - shore) * 2)), 0.9f);
    return mix(
        colour,
        mix(snow, 0x0B1A20, step(0.16f, 0.24f, noise.cloud(x * 11, y * 21 + 3, 4))),
        step(shore - 0.004f, shore + 0.004f, y));
  }
}
