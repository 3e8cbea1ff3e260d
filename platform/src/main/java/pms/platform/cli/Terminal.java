package pms.platform.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import pms.platform.Port;
import pms.platform.Progress;
import pms.platform.Site;
import pms.platform.server.Server;

/** Writes for a person: one line for each thing that happened. */
final class Terminal implements Progress {

  private final PrintStream out;

  Terminal(PrintStream out) {
    this.out = out;
  }

  void line(String text) {
    out.println(text);
  }

  @Override
  public void waitingForAnother() {
    line("  another ./pms is at work here, waiting for it …");
  }

  @Override
  public synchronized void ready(Site site, Server server, Duration after, boolean ran) {
    Port port = server.ports().getFirst();
    String when = ran ? "was running" : "ready after %s s".formatted(seconds(after));
    line("  %-14s %-22s port %d".formatted(server.name(), when, site.port(port)));
  }

  @Override
  public synchronized void stopped(Server server, Duration after, boolean killed) {
    line("  %-14s %s after %s s".formatted(server.name(), killed ? "killed" : "stopped", seconds(after)));
  }

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%5.1f", duration.toMillis() / 1000.0);
  }
}
