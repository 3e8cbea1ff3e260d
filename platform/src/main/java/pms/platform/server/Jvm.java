package pms.platform.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pms.platform.Home;
import pms.platform.Site;

/** Java options for a laptop: small heap, one collector thread, and as a rule the quick compiler only. */
final class Jvm {

  /** Starts slower and grows larger, but computes twice as fast, SHA-256 ten times: for those through whom everything goes. */
  static final String FULL_COMPILER = "-XX:TieredStopAtLevel=4";

  private Jvm() {}

  /** A program that does one thing and ends. */
  static List<String> tool(Site site, String heap, String... rest) {
    List<String> command = new ArrayList<>(List.of(Site.java().toString(), "-Xms32m", "-Xmx" + heap));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+UseCompactObjectHeaders"));
    command.addAll(List.of("-Xshare:auto", "-XX:-UsePerfData", "-Dpms.home=" + site.home().folder()));
    command.addAll(List.of(rest));
    return command;
  }

  static List<String> server(Site site, Server server, String heap, String... rest) {
    List<String> command = tool(site, heap);
    command.addAll(keepClasses(site, server));
    command.addAll(List.of(rest));
    return command;
  }

  /**
   * A process leaves its classes behind, read and verified, when it ends, and finds them the next time: a third less to compute
   * at every start. The JVM itself notices when they are stale. Only in the development suite: others start once. (Not for
   * Elasticsearch, whose agent keeps the JVM from it.)
   */
  private static List<String> keepClasses(Site site, Server server) {
    if (!site.home().equals(Home.development())) {
      return List.of();
    }
    Path archive = Home.folder(site.home().folder().resolve("classes")).resolve(server.name() + ".jsa");
    return List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
  }
}
