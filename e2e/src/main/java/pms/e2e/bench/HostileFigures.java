package pms.e2e.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pms.e2e.bench.library.World;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;

/**
 * The most expensive things that the query language can say, and more than it allows: each is an answer or refused within
 * half a second, whatever the size of the library.
 */
final class HostileFigures {
  private static final int MILLISECONDS = 500;
  private static final int MOST_TERMS = 100;
  /** Asked so often, since the first time is often that of a program that is not compiled. */
  private static final int ROUNDS = 5;

  private final World world;
  private final SplittableRandom random;

  HostileFigures(World world) {
    this.world = world;
    this.random = new SplittableRandom(world.seed());
  }

  private record Asked(String q, Duration time, int status) {}

  List<String> measure(PmsClient user) throws IOException, InterruptedException {
    List<Asked> all = new ArrayList<>();
    List<String> queries = queries();
    for (int round = 0; round < ROUNDS; round++) {
      all.clear();
      for (String query : queries) all.add(ask(user, query));
    }
    long refused = all.stream().filter(one -> one.status() / 100 == 4).count();
    List<Asked> slowest = all.stream().sorted((a, b) -> b.time().compareTo(a.time())).limit(3).toList();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(String.format(
        Locale.ROOT, "%d of the most expensive queries, %d of them refused; the slowest: [%d ms]", all.size(), refused, MILLISECONDS));
    for (Asked one : slowest) {
      lines.add(String.format(Locale.ROOT, "%7.1f ms  %s", one.time().toNanos() / 1e6, shortened(one.q())));
    }
    return lines;
  }

  private static Asked ask(PmsClient user, String query) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Answer answer = user.get("/api/search?q=" + PmsClient.encoded(query));
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    if (answer.status() / 100 != 2 && answer.status() / 100 != 4) throw new IOException(shortened(query) + ": " + answer);
    return new Asked(query, time, answer.status());
  }

  private List<String> queries() {
    List<String> all = new ArrayList<>(List.of(
        "", "-zzz", "--zzz", "a", "e", "has:date", "is:ready OR is:failed", "taken:..2030", "iso:>=0 OR -iso:>=0", "near:0,0,20000km", "*", "\"a b\" OR *",
        "(".repeat(1000), "(".repeat(10) + "beach" + ")".repeat(10), "-".repeat(1000) + "a", "\"" + sentence(200) + "\"", "x".repeat(2000)));
    for (String between : List.of(" ", " OR ", " -")) {
      all.add(terms(between, i -> word()));
      all.add(terms(between, i -> word().substring(0, 3)));
      all.add(terms(between, i -> mistyped(word())));
      all.add(terms(between, i -> "tag:" + word()));
      all.add(terms(between, i -> "camera:" + word()));
      all.add(terms(between, i -> "taken:" + (1990 + i % 40)));
      all.add(terms(between, i -> "near:" + (i % 90) + "," + i % 180 + ",500km"));
      all.add(terms(between, i -> "album:" + word()));
    }
    for (int i = 0; i < 12; i++) {
      all.add(IntStream.range(0, 12).mapToObj(one -> mistyped(word())).collect(Collectors.joining(" OR ")));
      all.add("(" + sentence(6) + ") OR -(" + sentence(6) + ") OR " + word().charAt(0));
    }
    all.add(String.join(" ", Collections.nCopies(10_000, "a")));
    return all;
  }

  private static String terms(String between, IntFunction<String> one) {
    return IntStream.range(0, MOST_TERMS).mapToObj(one).collect(Collectors.joining(between));
  }

  private String sentence(int length) {
    return IntStream.range(0, length).mapToObj(i -> word()).collect(Collectors.joining(" "));
  }

  /** Words that stand in many captions: the dear ones. */
  private String word() {
    return world.vocabulary().asked(random);
  }

  private static String mistyped(String word) {
    return word.substring(0, word.length() - 1) + "q";
  }

  private static String shortened(String query) {
    return query.length() <= 80 ? query : query.substring(0, 80) + " … (" + query.length() + " characters)";
  }
}
