package pms.platform.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Maven's test reports say, a line for each module and one for all. */
record TestSummary(Path root) {

  private static final Pattern SUITE =
      Pattern.compile("<testsuite[^>]* time=\"([\\d.,]+)\"[^>]* tests=\"(\\d+)\" errors=\"(\\d+)\" skipped=\"(\\d+)\" failures=\"(\\d+)\"");
  private static final String ROW = "  %-22s %5s tests %4s failed %4s skipped %8s s";

  List<String> lines(long seconds) {
    Map<String, Count> modules = new TreeMap<>();
    reports().forEach(file -> modules.merge(module(file), count(file), Count::plus));
    List<String> lines = new ArrayList<>(List.of(""));
    modules.forEach((module, count) -> lines.add(count.row(module)));
    Count all = modules.values().stream().reduce(new Count(0, 0, 0, 0), Count::plus);
    lines.add(new Count(all.tests, all.failed, all.skipped, seconds).row("all"));
    return lines;
  }

  /** Modules are folders of the root, or of one of these. */
  private List<Path> reports() {
    return Stream.concat(in(root), in(root).flatMap(TestSummary::in))
        .map(folder -> folder.resolve("target/surefire-reports"))
        .flatMap(TestSummary::in)
        .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
        .toList();
  }

  private static Stream<Path> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What lies three folders above: {@code target/surefire-reports/TEST-….xml}. */
  private String module(Path report) {
    return root.relativize(report.resolve("../../..").normalize()).toString();
  }

  static Count count(Path report) {
    try {
      return count(Files.readString(report));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Count count(String report) {
    Matcher found = SUITE.matcher(report);
    if (!found.find()) {
      return new Count(0, 0, 0, 0);
    }
    long failed = Long.parseLong(found.group(3)) + Long.parseLong(found.group(5));
    return new Count(Long.parseLong(found.group(2)), failed, Long.parseLong(found.group(4)), Double.parseDouble(found.group(1).replace(",", "")));
  }

  record Count(long tests, long failed, long skipped, double seconds) {

    Count plus(Count other) {
      return new Count(tests + other.tests, failed + other.failed, skipped + other.skipped, seconds + other.seconds);
    }

    String row(String name) {
      return ROW.formatted(name, tests, failed, skipped, "%.0f".formatted(seconds));
    }
  }
}
