package pms.e2e.bench;

import java.util.Locale;

/**
 * One line of the table: durations of ours beside those of something else.
 *
 * @param goal of ours at the 95th percentile, in milliseconds; 0 for none
 */
record Comparison(String what, Figures ours, Figures other, int goal) {

  static String head(String what, String ours, String other) {
    return String.format("%-40s %21s %21s %15s", what, ours, other, "ratio") + "\n"
        + String.format("%-40s %10s %10s %10s %10s %7s %7s", "", "median", "p95", "median", "p95", "median", "p95");
  }

  String row() {
    return String.format(
            Locale.ROOT, "%-40s %7.1f ms %7.1f ms %7.1f ms %7.1f ms %7.2f %7.2f", what, milliseconds(ours, false), milliseconds(ours, true),
            milliseconds(other, false), milliseconds(other, true), ratio(false), ratio(true))
        + (goal == 0 ? "" : "  [" + goal + " ms]");
  }

  private double ratio(boolean p95) {
    return milliseconds(ours, p95) / milliseconds(other, p95);
  }

  private static double milliseconds(Figures figures, boolean p95) {
    return (p95 ? figures.p95() : figures.median()).toNanos() / 1e6;
  }
}
