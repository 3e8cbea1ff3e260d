package pms.platform.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pms.platform.Home;
import pms.platform.Site;

/** Java options for a laptop: small heap, one collector thread, and as a rule the quick compiler only. */
final class Jvm {

  /**
   * Grows larger, but computes twice as fast, SHA-256 ten times: for those through whom everything goes. It comes in ten times
   * later than it would, so that it does not compete for the processor while everything starts.
   */
  static final List<String> FULL_COMPILER =
      List.of(
          "-XX:TieredStopAtLevel=4", "-XX:Tier4InvocationThreshold=50000", "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=150000", "-XX:Tier4BackEdgeThreshold=400000");

  private Jvm() {}

  /** A program that does one thing and ends. */
  static List<String> tool(Site site, String heap, String... rest) {
    List<String> command = new ArrayList<>(List.of(Site.java().toString(), "-Xms32m", "-Xmx" + heap));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+UseCompactObjectHeaders"));
    command.addAll(List.of("-Xshare:auto", "-XX:-UsePerfData", "-Dpms.home=" + site.home().folder()));
    command.addAll(List.of(rest));
    return command;
  }

  /**
   * A program that stays.
   *
   * @param program the jar it is started from, or the folder of its jars
   */
  static List<String> server(Site site, Server server, Path program, String heap, String... rest) {
    List<String> command = tool(site, heap);
    if (site.home().equals(Home.development())) {
      command.addAll(keepClasses(Home.folder(site.home().folder().resolve("classes")), server.name(), program));
    }
    command.addAll(List.of(rest));
    return command;
  }

  /**
   * A process leaves its classes behind, read and verified, when it ends, and finds them the next time: a third less to compute
   * at every start. Only in the development suite: others start once. (Not for Elasticsearch, whose agent keeps the JVM from it.)
   * The JVM sees that kept classes are those of another build and does without, but never writes them anew: so the build is part
   * of the file's name.
   */
  static List<String> keepClasses(Path folder, String name, Path program) {
    try {
      String kept = name + "-" + Long.toHexString(lastBuilt(program)) + ".jsa";
      try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, name + "{-*,}.jsa")) {
        for (Path archive : old) {
          if (!archive.endsWith(kept)) {
            Files.delete(archive);
          }
        }
      }
      return List.of(
          "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + folder.resolve(kept), "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Milliseconds; of a folder the newest file in it. */
  private static long lastBuilt(Path program) throws IOException {
    long newest = 0;
    try (Stream<Path> files = Files.walk(program, 1, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : files.toList()) {
        newest = Math.max(newest, Files.getLastModifiedTime(file).toMillis());
      }
    }
    return newest;
  }
}
