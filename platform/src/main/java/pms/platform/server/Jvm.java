package pms.platform.server;

import java.util.ArrayList;
import java.util.List;
import pms.platform.Site;

/** Java options for a laptop: small heap, one collector thread, and as a rule the quick compiler only. */
final class Jvm {

  /** Which code it makes of what runs often. */
  enum Compiler {
    /** Starts fast and stays small. */
    QUICK("-XX:TieredStopAtLevel=1"),
    /** Alone uses the processor's instructions for SHA-256: ten times as fast, for those through whom every byte goes. */
    FULL("-XX:+TieredCompilation");

    private final String option;

    Compiler(String option) {
      this.option = option;
    }
  }

  private Jvm() {}

  static List<String> command(Site site, String heap, String... rest) {
    return command(site, heap, Compiler.QUICK, rest);
  }

  static List<String> command(Site site, String heap, Compiler compiler, String... rest) {
    List<String> command = new ArrayList<>(List.of(Site.java().toString(), "-Xms32m", "-Xmx" + heap));
    command.addAll(List.of("-XX:+UseSerialGC", compiler.option, "-XX:+UseCompactObjectHeaders"));
    command.addAll(List.of("-Xshare:auto", "-XX:-UsePerfData", "-Dpms.home=" + site.home().folder()));
    command.addAll(List.of(rest));
    return command;
  }
}
