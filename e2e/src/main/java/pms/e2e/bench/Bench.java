package pms.e2e.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pms.e2e.client.Addresses;
import pms.e2e.client.PmsClient;
import pms.e2e.client.ThrowAwayUsers;
import pms.e2e.demo.Terminal;
import pms.platform.Endpoints;
import pms.platform.Ports;

/** {@code ./pms bench [NAME]}: figures of the running suite. Each bench works as a user of its own and leaves nothing behind. */
public final class Bench {

  /** One thing that can be measured. */
  interface Measurement {
    List<String> run(PmsClient user, Terminal terminal) throws IOException, InterruptedException;

    /** The same, told what else was on the command line. */
    default Measurement with(List<String> arguments) {
      return this;
    }
  }

  private static final Map<String, Measurement> BENCHES = Map.of(
      "pipeline", new PipelineBench(),
      "engine", new EngineBench(List.of()));

  private Bench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Terminal terminal = new Terminal(System.out);
    String name = arguments.length == 0 ? "pipeline" : arguments[0];
    Measurement measurement = BENCHES.get(name);
    if (measurement == null) {
      terminal.line(
          "There is no bench " + name + "; there is: " + String.join(", ", BENCHES.keySet()) + ".");
      System.exit(2);
    }
    Addresses addresses = Addresses.from(System.getenv());
    try (HttpClient http = HttpClient.newBuilder()
        .connectTimeout(Duration.ofSeconds(5))
        .version(HttpClient.Version.HTTP_1_1)
        .build()) {
      ThrowAwayUsers users = new ThrowAwayUsers(http, endpoints(), addresses);
      PmsClient user = users.make("bench").patient();
      try {
        List<String> others = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        terminal.lines(measurement.with(others).run(user, terminal));
      } finally {
        users.removeAll();
      }
    }
    terminal.lines(upTime(arguments));
  }

  private static Endpoints endpoints() {
    return Endpoints.from(System.getenv())
        .orElseGet(() -> Endpoints.of(Ports.from(System.getenv())));
  }

  /** How long {@code up} took, if whoever called measured it: {@code ./pms bench pipeline --up 31.5}. */
  private static List<String> upTime(String[] arguments) {
    for (int i = 0; i < arguments.length - 1; i++) {
      if (arguments[i].equals("--up")) {
        return List.of(
            String.format(
                Locale.ROOT,
                "%-44s %8.1f s",
                "./pms up to all healthy",
                Double.parseDouble(arguments[i + 1])),
            "");
      }
    }
    return List.of();
  }
}
