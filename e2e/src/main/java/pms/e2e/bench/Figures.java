package pms.e2e.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Median and 95th percentile of some durations. */
record Figures(List<Duration> durations) {

  Figures {
    durations = durations.stream().sorted().toList();
  }

  Duration median() {
    return at(0.5);
  }

  Duration p95() {
    return at(0.95);
  }

  String row(String what) {
    return durations.isEmpty()
        ? String.format("%-44s none", what)
        : String.format(
            Locale.ROOT,
            "%-44s %8d ms %8d ms %8d ms",
            what,
            median().toMillis(),
            p95().toMillis(),
            durations.getLast().toMillis());
  }

  private Duration at(double share) {
    return durations.get((int) Math.ceil(share * durations.size()) - 1);
  }
}
