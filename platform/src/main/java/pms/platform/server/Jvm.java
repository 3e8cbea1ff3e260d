package pms.platform.server;

import java.util.ArrayList;
import java.util.List;
import pms.platform.Site;

/** Java options for a laptop: small heap, one collector thread, and the quick compiler only, which starts fast and stays small. */
final class Jvm {

  private Jvm() {}

  static List<String> command(Site site, String heap, String... rest) {
    List<String> command = new ArrayList<>(List.of(Site.java().toString(), "-Xms32m", "-Xmx" + heap));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+UseCompactObjectHeaders"));
    command.addAll(List.of("-Xshare:auto", "-XX:-UsePerfData", "-Dpms.home=" + site.home().folder()));
    command.addAll(List.of(rest));
    return command;
  }
}
