package pms.e2e.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Stream;
import pms.e2e.bench.Contestant.Round;

/** Rounds over one folder, by who went through it; the first who is added is compared with each of the others. */
final class EngineTable {
  private final String what;
  private final Path folder;
  private final SequencedMap<String, List<Round>> rounds = new LinkedHashMap<>();

  EngineTable(String what, Path folder) {
    this.what = what;
    this.folder = folder;
  }

  void add(String who, Round round) {
    rounds.computeIfAbsent(who, _ -> new ArrayList<>()).add(round);
  }

  List<String> rows() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(String.format("%-72s %10s %12s %10s %10s", head(), "sets/s", "CPU ms/set", "MiB", "ours"));
    rounds.forEach((who, all) -> lines.add(row(who, all)));
    if (rounds.size() > 1) {
      lines.add(against());
    }
    return lines;
  }

  /** How many sets ours makes while this one makes one comes last. */
  private String row(String who, List<Round> all) {
    String row = String.format(
        Locale.ROOT, "  %-70s %10.2f %12.0f %10.0f", who, middle(all).perSecond(), cpu(all), memory(all) / 1048576.0);
    List<Round> ours = rounds.firstEntry().getValue();
    return all == ours ? row : row + String.format(Locale.ROOT, " %8.2f ×", middle(ours).perSecond() / middle(all).perSecond());
  }

  private String head() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      long bytes = 0;
      for (Path file : all) {
        bytes += Files.size(file);
      }
      return String.format("%s: %d files, %d MB", what, all.size(), bytes / 1_000_000);
    }
  }

  private String against() {
    List<List<Round>> all = List.copyOf(rounds.values());
    List<Round> ours = all.getFirst();
    double speed = all.stream().skip(1).mapToDouble(other -> middle(other).perSecond()).max().orElseThrow();
    double cpu = all.stream().skip(1).mapToDouble(EngineTable::cpu).min().orElseThrow();
    return String.format(
        Locale.ROOT, "  %-70s %8.2f ×   %8.2f ×   [1.5]", "against the best of sharp's ways", middle(ours).perSecond() / speed, cpu / cpu(ours));
  }

  private static Round middle(List<Round> rounds) {
    return rounds.stream().sorted(Comparator.comparingDouble(Round::perSecond)).toList().get(rounds.size() / 2);
  }

  private static double cpu(List<Round> rounds) {
    return rounds.stream().map(round -> round.cpu() * 1000 / round.sets()).sorted().toList().get(rounds.size() / 2);
  }

  private static long memory(List<Round> rounds) {
    return rounds.stream().mapToLong(Round::memory).max().orElse(0);
  }
}
