package pms.e2e.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;
import pms.e2e.demo.Terminal;

/** Asks the same questions of two, in turn and each time in another order, so that what else the machine does hits both alike. */
final class Measuring {
  private final Terminal terminal;
  private final int warmUp;

  /** One who answers the question of that number. */
  interface Asked {
    void ask(int question) throws IOException, InterruptedException;
  }

  /** What is done before each question, outside of its time. */
  interface Preparation {
    void run() throws IOException, InterruptedException;
  }

  /** @param warmUp questions that are asked before any is measured, as many as it takes until programs are compiled */
  Measuring(Terminal terminal, int warmUp) {
    this.terminal = terminal;
    this.warmUp = warmUp;
  }

  Comparison compare(String what, int questions, int goal, Preparation before, Asked ours, Asked other)
      throws IOException, InterruptedException {
    for (int i = 0; i < warmUp; i++) {
      ours.ask(i % questions);
      other.ask(i % questions);
    }
    List<Duration> first = new ArrayList<>();
    List<Duration> second = new ArrayList<>();
    for (int i = 0; i < questions; i++) {
      if (i % 2 == 0) first.add(time(before, ours, i));
      second.add(time(before, other, i));
      if (i % 2 == 1) first.add(time(before, ours, i));
      terminal.progress(what, i + 1, questions);
    }
    terminal.done();
    return new Comparison(what, new Figures(first), new Figures(second), goal);
  }

  private static Duration time(Preparation before, Asked asked, int question) throws IOException, InterruptedException {
    before.run();
    long start = System.nanoTime();
    asked.ask(question);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  static Asked through(PmsClient client, List<String> paths) {
    return question -> get(client, paths.get(question));
  }

  static Answer get(PmsClient client, String path) throws IOException, InterruptedException {
    return checked(client.get(path), path);
  }

  static Answer get(PmsClient client, URI address) throws IOException, InterruptedException {
    return checked(client.send(HttpRequest.newBuilder(address).GET()), address.toString());
  }

  private static Answer checked(Answer answer, String path) throws IOException {
    if (!answer.ok()) throw new IOException(path + ": " + answer);
    return answer;
  }
}
