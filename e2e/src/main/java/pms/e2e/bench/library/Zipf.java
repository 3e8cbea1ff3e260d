package pms.e2e.bench.library;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Picks of many things, of which the first is the most frequent and each next one less so, as words and cameras are. */
final class Zipf {
  private final double[] upTo;

  Zipf(int things, double steepness) {
    upTo = new double[things];
    double sum = 0;
    for (int i = 0; i < things; i++) {
      sum += 1 / Math.pow(i + 1, steepness);
      upTo[i] = sum;
    }
  }

  int next(RandomGenerator random) {
    int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
    return Math.min(found < 0 ? -found - 1 : found, upTo.length - 1);
  }
}
