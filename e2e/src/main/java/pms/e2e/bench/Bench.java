package pms.e2e.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import pms.e2e.client.Addresses;
import pms.e2e.client.ThrowAwayUsers;
import pms.e2e.demo.Terminal;
import pms.platform.Endpoints;
import pms.platform.Ports;

/** {@code ./pms bench [NAME]}: figures of the running suite. Each bench works as a user of its own and leaves nothing behind. */
public final class Bench {

  /** What the names of accounts begin with that are made here. */
  static final String ACCOUNT = "bench";

  /** One thing that can be measured. */
  interface Measurement {
    List<String> run(Session session) throws IOException, InterruptedException;
  }

  private static final Map<String, Measurement> BENCHES =
      new TreeMap<>(Map.of("pipeline", new PipelineBench(), "engine", new EngineBench(), "search", new SearchBench()));

  private Bench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Terminal terminal = new Terminal(System.out);
    Options options = Options.of(List.of(arguments));
    Measurement measurement = BENCHES.get(options.bench());
    if (measurement == null) {
      terminal.line(
          "There is no bench " + options.bench() + "; there is: " + String.join(", ", BENCHES.keySet()) + ".");
      System.exit(2);
    }
    Addresses addresses = Addresses.from(System.getenv());
    try (HttpClient http = HttpClient.newBuilder()
        .connectTimeout(Duration.ofSeconds(5))
        .version(HttpClient.Version.HTTP_1_1)
        .build()) {
      ThrowAwayUsers users = new ThrowAwayUsers(http, endpoints(), addresses);
      try {
        terminal.lines(measurement.run(new Session(options, users, endpoints(), terminal)));
      } finally {
        users.removeAll();
      }
    }
    terminal.lines(upTime(options));
  }

  private static Endpoints endpoints() {
    return Endpoints.from(System.getenv())
        .orElseGet(() -> Endpoints.of(Ports.from(System.getenv())));
  }

  /** How long {@code up} took, if whoever called measured it: {@code ./pms bench pipeline --up 31.5}. */
  private static List<String> upTime(Options options) {
    return options.has("up")
        ? List.of(
            String.format(
                Locale.ROOT,
                "%-44s %8.1f s",
                "./pms up to all healthy",
                Double.parseDouble(options.values().get("up"))),
            "")
        : List.of();
  }
}
