package pms.e2e.sample;

/** Gradient noise after Perlin: the same seed and place always give the same value, so every picture can be made again bit by bit. */
final class Noise {
  private static final float[] GRADIENT_X = new float[256];
  private static final float[] GRADIENT_Y = new float[256];

  static {
    for (int i = 0; i < 256; i++) {
      GRADIENT_X[i] = (float) Math.cos(i * Math.TAU / 256);
      GRADIENT_Y[i] = (float) Math.sin(i * Math.TAU / 256);
    }
  }

  private final int seed;

  Noise(int seed) {
    this.seed = seed * 0x9E3779B1;
  }

  /** One octave, about −1…1, zero on the grid. */
  float at(float x, float y) {
    int x0 = floor(x);
    int y0 = floor(y);
    float fx = x - x0;
    float fy = y - y0;
    float left = mix(corner(x0, y0, fx, fy), corner(x0, y0 + 1, fx, fy - 1), ease(fy));
    float right =
        mix(corner(x0 + 1, y0, fx - 1, fy), corner(x0 + 1, y0 + 1, fx - 1, fy - 1), ease(fy));
    return 1.5f * mix(left, right, ease(fx));
  }

  /** Octaves of halving size and strength: clouds, mist, ground. */
  float cloud(float x, float y, int octaves) {
    float sum = 0;
    float strength = 0.5f;
    for (int i = 0; i < octaves; i++) {
      sum += strength * at(x, y);
      x = x * 2.03f + 17.3f;
      y = y * 2.03f - 9.1f;
      strength *= 0.5f;
    }
    return sum;
  }

  /** Sharp crests 0…1: mountains, cracks, veins. */
  float ridge(float x, float y, int octaves) {
    float sum = 0;
    float strength = 0.5f;
    for (int i = 0; i < octaves; i++) {
      sum += strength * (1 - Math.abs(at(x, y)));
      x = x * 2.1f + 5.7f;
      y = y * 2.1f + 3.3f;
      strength *= 0.5f;
    }
    return sum;
  }

  /** An even number 0…1 for a whole place: stars, windows, leaves. */
  float dot(int x, int y) {
    return (hash(x, y) >>> 8) * (1f / (1 << 24));
  }

  int hash(int x, int y) {
    int h = seed + x * 0x27D4EB2F + y * 0x165667B1;
    h = (h ^ (h >>> 15)) * 0x85EBCA6B;
    h = (h ^ (h >>> 13)) * 0xC2B2AE35;
    return h ^ (h >>> 16);
  }

  private float corner(int x, int y, float dx, float dy) {
    int direction = hash(x, y) & 255;
    return GRADIENT_X[direction] * dx + GRADIENT_Y[direction] * dy;
  }

  private static int floor(float value) {
    int whole = (int) value;
    return value < whole ? whole - 1 : whole;
  }

  private static float ease(float t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
  }

  private static float mix(float a, float b, float t) {
    return a + (b - a) * t;
  }
}
