package pms.e2e.sample;

/** Arithmetic on colours packed as 0xRRGGBB. */
final class Paint {
  private Paint() {}

  static int mix(int from, int to, float share) {
    if (share <= 0) return from;
    if (share >= 1) return to;
    int s = (int) (share * 256);
    int redBlue = ((from & 0xFF00FF) * (256 - s) + (to & 0xFF00FF) * s) >>> 8;
    int green = ((from & 0x00FF00) * (256 - s) + (to & 0x00FF00) * s) >>> 8;
    return (redBlue & 0xFF00FF) | (green & 0x00FF00);
  }

  static int light(int colour, float factor) {
    return rgb(
        (colour >> 16 & 255) * factor, (colour >> 8 & 255) * factor, (colour & 255) * factor);
  }

  static int add(int colour, int glow, float strength) {
    if (strength <= 0.002f) return colour;
    return rgb(
        (colour >> 16 & 255) + (glow >> 16 & 255) * strength,
        (colour >> 8 & 255) + (glow >> 8 & 255) * strength,
        (colour & 255) + (glow & 255) * strength);
  }

  static int rgb(float red, float green, float blue) {
    return clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
  }

  /** 0 below {@code from}, 1 above {@code to}, soft between. */
  static float step(float from, float to, float value) {
    float t = Math.clamp((value - from) / (to - from), 0f, 1f);
    return t * t * (3 - 2 * t);
  }

  private static int clamp(float value) {
    return value <= 0 ? 0 : value >= 255 ? 255 : (int) value;
  }
}
