package pms.e2e.sample;

/** Colours along a line from 0 to 1. */
final class Ramp {
  private static final int STEPS = 2048;
  private final int[] table = new int[STEPS + 1];

  /** Pairs of place and colour, places rising: {@code Ramp.of(0, 0x000000, 1, 0xFFFFFF)}. */
  static Ramp of(double... stops) {
    return new Ramp(stops);
  }

  private Ramp(double... stops) {
    int stop = 0;
    for (int i = 0; i <= STEPS; i++) {
      double place = (double) i / STEPS;
      while (stop + 4 < stops.length && place > stops[stop + 2]) stop += 2;
      double share = (place - stops[stop]) / (stops[stop + 2] - stops[stop]);
      table[i] = Paint.mix((int) stops[stop + 1], (int) stops[stop + 3], (float) share);
    }
  }

  int at(float place) {
    return table[(int) (Math.clamp(place, 0f, 1f) * STEPS)];
  }
}
