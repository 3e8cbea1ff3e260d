package pms.platform.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import pms.platform.Home;
import pms.platform.PlatformException;
import pms.platform.Ports;
import pms.platform.ProcessState;
import pms.platform.Progress;
import pms.platform.Suite;
import pms.platform.install.Libvips;
import pms.platform.server.Server;
import pms.platform.server.Servers;
import pms.platform.test.TestPlatform;

/** The commands. */
final class Commander {

  private final Terminal terminal;

  Commander(Terminal terminal) {
    this.terminal = terminal;
  }

  int run(String command, List<String> arguments) {
    return switch (command) {
      case "up" -> up(development(Servers.all()), true);
      case "servers" -> up(development(Servers.real()), false);
      case "prepare" -> prepare();
      case "down" -> down();
      case "status" -> status(arguments.contains("--json"));
      case "restart" -> restart(only(arguments, "restart"));
      case "logs" -> logs(arguments);
      case "reset" -> reset(arguments.contains("--yes"));
      case "test-up" -> testUp();
      case "test-down" -> testDown();
      case "test-summary" -> testSummary(only(arguments, "test-summary"));
      default -> throw new PlatformException("Unknown command " + command + ": see ./pms help.");
    };
  }

  private static Suite development(List<Server> servers) {
    return Suite.of(Home.development(), Ports.from(System.getenv()), servers);
  }

  private int up(Suite suite, boolean withServices) {
    if (!suite.site().ports().equals(Ports.from(System.getenv()))) {
      terminal.line("  Ports stay as they are while anything runs: ./pms down first, then the new ones count.");
    }
    Instant begin = Instant.now();
    suite.up(terminal);
    terminal.line("All ready after " + Terminal.seconds(Duration.between(begin, Instant.now())).strip() + " s.");
    new Welcome(suite.site()).lines(withServices).forEach(terminal::line);
    if (withServices) {
      tellWhatIsMissing(suite);
    }
    return 0;
  }

  private void tellWhatIsMissing(Suite suite) {
    new Libvips(suite.site().installation()).missing().ifPresent(terminal::line);
  }

  private int prepare() {
    Suite suite = development(Servers.all());
    suite.servers().parallelStream().forEach(server -> server.install(suite.site()));
    tellWhatIsMissing(suite);
    return 0;
  }

  private int down() {
    development(Servers.all()).down(terminal);
    testDown();
    terminal.line("Nothing is running.");
    return 0;
  }

  private int testSummary(String seconds) {
    new TestSummary(Home.development().root()).lines(Long.parseLong(seconds)).forEach(terminal::line);
    return 0;
  }

  private int testDown() {
    Suite.of(Home.tests(), Ports.from(Map.of()), Servers.real()).down(Progress.NONE);
    return 0;
  }

  private int status(boolean json) {
    Suite suite = development(Servers.all());
    List<ProcessState> states = suite.states();
    if (json) {
      terminal.line(asJson(states));
    } else {
      new StatusTable(states).lines().forEach(terminal::line);
      PixelEngineLine.of(suite.site()).ifPresent(terminal::line);
    }
    return 0;
  }

  private int restart(String name) {
    development(Servers.all()).restart(name, terminal);
    return 0;
  }

  private int logs(List<String> arguments) {
    boolean follow = arguments.contains("-f");
    String name = only(arguments.stream().filter(argument -> !argument.equals("-f")).toList(), "logs");
    Server server = development(Servers.all()).server(name);
    new LogView(Home.development().log(server.name())).show(follow, terminal::line);
    return 0;
  }

  private int reset(boolean sure) {
    Home home = Home.development();
    if (!sure && !confirmed("Forget every picture, user and setting in " + home.folder() + "? Type yes: ")) {
      terminal.line("Nothing was touched.");
      return 1;
    }
    down();
    home.forget();
    Home.tests().forget();
    terminal.line("Forgotten.");
    return 0;
  }

  /** Makes sure that tests find servers; says whether it had to start them. */
  private int testUp() {
    // The processing service's own tests render with it.
    new Libvips(development(Servers.all()).site().installation()).fetch();
    terminal.line(TestPlatform.find(new Terminal(System.err)).origin());
    return 0;
  }

  private static boolean confirmed(String question) {
    if (System.console() == null) {
      throw new PlatformException("Nobody to ask here: say ./pms reset --yes.");
    }
    return "yes".equalsIgnoreCase(System.console().readLine(question).strip());
  }

  private static String only(List<String> arguments, String command) {
    if (arguments.size() != 1) {
      throw new PlatformException("./pms " + command + " wants one name: see ./pms help.");
    }
    return arguments.getFirst();
  }

  private static String asJson(Object value) {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
