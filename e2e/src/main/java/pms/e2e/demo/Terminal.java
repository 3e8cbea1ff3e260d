package pms.e2e.demo;

import java.io.PrintStream;
import java.util.List;

/** Lines and a progress bar; without a terminal, in a log file say, the bar is left out. */
public final class Terminal {
  private static final int WIDTH = 32;
  private final PrintStream out;
  private final boolean interactive =
      System.console() != null && System.console().isTerminal();
  private boolean open;

  public Terminal(PrintStream out) {
    this.out = new PrintStream(out, true, java.nio.charset.StandardCharsets.UTF_8);
  }

  public void progress(String what, int done, int all) {
    if (!interactive) {
      if (!open) out.println(what + " (" + all + ") …");
      open = true;
      return;
    }
    int filled = all == 0 ? WIDTH : WIDTH * done / all;
    out.print("\r\u001B[K" + what + " ▕" + "█".repeat(filled) + "░".repeat(WIDTH - filled) + "▏ "
        + done + "/" + all);
    open = true;
  }

  public void done() {
    if (interactive && open) out.println();
    open = false;
  }

  public void line(String text) {
    done();
    out.println(text);
  }

  public void lines(List<String> texts) {
    texts.forEach(this::line);
  }
}
