package pms.platform.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pms.platform.Home;
import pms.platform.Http;
import pms.platform.Port;
import pms.platform.Site;
import pms.platform.install.AnalysisPluginJar;
import pms.platform.install.Archive;
import pms.platform.install.Versions;
import pms.platform.process.Launch;

/** One Elasticsearch node from the archive that Elastic publishes for integration tests, with our analysis plugin in it. */
public final class ElasticsearchServer implements Server {

  @Override
  public String name() {
    return "elasticsearch";
  }

  @Override
  public List<Port> ports() {
    return List.of(Port.ELASTICSEARCH, Port.ELASTICSEARCH_TRANSPORT);
  }

  @Override
  public void install(Site site) {
    programs(site);
  }

  /** With another plugin it is another program: one that runs without what our indexes need by now is started anew. */
  @Override
  public Optional<Path> built(Site site) {
    return Optional.of(programs(site));
  }

  @Override
  public Launch launch(Site site) {
    Path programs = programs(site);
    Path configuration = configure(site, programs);
    Path temporary = Home.folder(data(site).resolve("tmp"));
    Home.folder(data(site).resolve("nodes"));
    placeLog(site);
    deletePidFile(site);
    site.privileges().own(data(site));
    List<String> command = List.of(programs.resolve("bin/elasticsearch").toString(), "-d", "-p", pidFile(site).toString());
    Map<String, String> environment =
        Map.of(
            "ES_JAVA_HOME", System.getProperty("java.home"),
            "ES_PATH_CONF", configuration.toString(),
            "ES_TMPDIR", temporary.toString(),
            "CLI_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -Xshare:auto");
    return new Launch(site.privileges().drop(command), environment, data(site));
  }

  @Override
  public boolean isReady(Site site) {
    String health = site.endpoints().elasticsearch() + "/_cluster/health?wait_for_status=yellow&timeout=1s";
    return Http.status(health).orElse(0) == 200;
  }

  private static Path programs(Site site) {
    String version = Versions.of("elasticsearch");
    return site.installation()
        .of(
            "elasticsearch-" + version + "-" + AnalysisPluginJar.fingerprint(),
            folder -> {
              Archive.unzipWithoutTopFolder(site.installation().archive("elasticsearch-", version + ".zip"), folder);
              AnalysisPluginJar.into(folder.resolve("plugins/pms-analysis"), version);
            });
  }

  private Path configure(Site site, Path programs) {
    Path folder = Home.folder(data(site).resolve("config"));
    Home.write(folder.resolve("elasticsearch.yml"), settings(site));
    Home.write(folder.resolve("jvm.options"), javaOptions(site, programs));
    Home.write(folder.resolve("log4j2.properties"), LOGGING);
    return folder;
  }

  private String settings(Site site) {
    return """
        cluster.name: pms
        node.name: pms
        discovery.type: single-node
        network.host: 127.0.0.1
        http.port: %d
        transport.port: %d
        path.data: %s
        path.logs: %s
        xpack.security.enabled: false
        # A nearly full disk would make every index read-only.
        cluster.routing.allocation.disk.threshold_enabled: false
        cluster.max_shards_per_node: 5000
        # The serial collector lets garbage lie, and a breaker that counts it refuses what there is room for.
        indices.breaker.total.use_real_memory: false
        """
        .formatted(
            site.port(Port.ELASTICSEARCH), site.port(Port.ELASTICSEARCH_TRANSPORT),
            data(site).resolve("nodes"), data(site).resolve("logs"));
  }

  /**
   * The distribution's own, without its log files in the program folder and its collector, and with a laptop's heap. The full
   * compiler indexes and searches twice as fast, once it has warmed up; tests end before.
   */
  private static String javaOptions(Site site, Path programs) {
    try (Stream<String> lines = Files.lines(programs.resolve("config/jvm.options"))) {
      String kept =
          lines
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .filter(line -> Stream.of("-Xlog", "HeapDump", "ErrorFile", "G1").noneMatch(line::contains))
              .collect(Collectors.joining("\n"));
      boolean stays = site.home().equals(Home.development());
      List<String> compiler = stays ? Jvm.FULL_COMPILER : List.of("-XX:TieredStopAtLevel=1");
      return kept + "\n-Xms256m\n-Xmx512m\n-XX:-UseG1GC\n-XX:+UseSerialGC\n-XX:-AlwaysPreTouch\n-XX:+UseCompactObjectHeaders\n"
          + String.join("\n", compiler) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It writes its own log; the one that is shown is a link to that, and takes what its start script has to say as well. */
  private void placeLog(Site site) {
    Path written = Home.folder(data(site).resolve("logs")).resolve("elasticsearch.log");
    Path shown = site.home().log(name());
    try {
      Home.folder(shown.getParent());
      if (!Files.exists(written)) {
        Files.createFile(written);
      }
      if (!Files.isSymbolicLink(shown)) {
        Files.deleteIfExists(shown);
        Files.createSymbolicLink(shown, shown.getParent().relativize(written));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path pidFile(Site site) {
    return data(site).resolve("pid");
  }

  /** It refuses to start over the pid file of a killed one. */
  private void deletePidFile(Site site) {
    try {
      Files.deleteIfExists(pidFile(site));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String LOGGING =
      """
      status = error
      appender.file.type = File
      appender.file.name = file
      appender.file.append = true
      appender.file.fileName = ${sys:es.logs.base_path}/elasticsearch.log
      appender.file.layout.type = PatternLayout
      appender.file.layout.pattern = %d{yyyy-MM-dd HH:mm:ss.SSS} %-5p %c{1.} %m%n
      rootLogger.level = warn
      rootLogger.appenderRef.file.ref = file
      """;
}
