package pms.platform.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import pms.platform.Home;
import pms.platform.Http;
import pms.platform.PlatformException;
import pms.platform.Port;
import pms.platform.Site;
import pms.platform.install.Archive;
import pms.platform.install.Versions;
import pms.platform.process.Commands;
import pms.platform.process.Launch;

/**
 * Keycloak, built for PostgreSQL once and started "optimized". Its program folder is shared by all suites; what it writes or reads
 * of its own goes to a home folder in which the shared parts are links.
 */
public final class KeycloakServer implements Server {

  /** Of its database and of its role there. */
  static final String DATABASE = "keycloak";

  private static final List<String> SHARED = List.of("lib", "conf", "providers", "themes");

  @Override
  public String name() {
    return "keycloak";
  }

  @Override
  public List<Port> ports() {
    return List.of(Port.KEYCLOAK, Port.KEYCLOAK_MANAGEMENT);
  }

  @Override
  public Set<String> needs() {
    return Set.of("postgresql");
  }

  /** The first start makes ninety tables and imports the realm. */
  @Override
  public Duration patience() {
    return Duration.ofMinutes(5);
  }

  @Override
  public void install(Site site) {
    programs(site);
  }

  @Override
  public Launch launch(Site site) {
    Path folder = folder(site, programs(site));
    placeRealm(site, folder);
    List<String> command = java(site, folder);
    command.addAll(
        List.of(
            "start", "--optimized", "--import-realm", "--http-enabled=true", "--http-host=127.0.0.1",
            "--http-port=" + site.port(Port.KEYCLOAK), "--http-management-port=" + site.port(Port.KEYCLOAK_MANAGEMENT),
            "--hostname=" + site.endpoints().keycloak(), "--cache=local", "--log-console-color=false",
            "--db-pool-min-size=1", "--db-pool-initial-size=1", "--db-pool-max-size=20"));
    Map<String, String> environment =
        Map.of(
            "KC_DB_URL", site.endpoints().jdbc() + DATABASE,
            "KC_DB_USERNAME", DATABASE,
            "KC_DB_PASSWORD", site.endpoints().databasePassword(),
            "KC_BOOTSTRAP_ADMIN_USERNAME", site.endpoints().keycloakAdmin(),
            "KC_BOOTSTRAP_ADMIN_PASSWORD", site.endpoints().keycloakPassword(),
            "PMS_GATEWAY_URL", System.getenv().getOrDefault("PMS_GATEWAY_URL", "http://localhost:" + site.port(Port.GATEWAY)));
    return new Launch(command, environment, folder);
  }

  @Override
  public boolean isReady(Site site) {
    return Http.status(site.endpoints().oidc() + "/.well-known/openid-configuration").orElse(0) == 200;
  }

  private static Path programs(Site site) {
    String version = Versions.of("keycloak");
    return site.installation()
        .of(
            "keycloak-" + version + "-postgres",
            folder -> {
              Archive.unzipWithoutTopFolder(site.installation().archive("keycloak-quarkus-dist-", version + ".zip"), folder);
              Map<String, String> java = Map.of("JAVA_HOME", System.getProperty("java.home"));
              String script = folder.resolve("bin/kc.sh").toString();
              Commands.run(List.of("bash", script, "build", "--db=postgres", "--health-enabled=true"), folder, java);
            });
  }

  private Path folder(Site site, Path programs) {
    Path folder = Home.folder(data(site));
    for (String name : SHARED) {
      Path link = folder.resolve(name);
      try {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, programs.resolve(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return folder;
  }

  /** Keycloak imports a realm only into a database without it, so after a change of the file its database begins anew. */
  private void placeRealm(Site site, Path folder) {
    Path source = site.home().root().resolve("auth-config/realm/pms-realm.json");
    Path target = folder.resolve("data/import/pms-realm.json");
    try {
      if (Files.exists(target) && Files.mismatch(source, target) != -1) {
        beginAnew(site);
      }
      Files.createDirectories(target.getParent());
      Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void beginAnew(Site site) {
    try (Connection connection = PostgresServer.connect(site);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)");
      statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + DATABASE);
    } catch (SQLException e) {
      throw new PlatformException("PostgreSQL: " + e.getMessage(), e);
    }
  }

  /** What kc.sh would run, without the shell that would stay as its parent. */
  private List<String> java(Site site, Path folder) {
    Path program = folder.resolve("lib/quarkus-run.jar");
    List<String> command = new ArrayList<>(Jvm.server(site, this, program, "320m", "-Dkc.home.dir=" + folder));
    command.addAll(
        List.of(
            "-Djboss.server.config.dir=" + folder.resolve("conf"),
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dquarkus-log-max-startup-records=10000",
            "-Dpicocli.disable.closures=true",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "--enable-native-access=ALL-UNNAMED"));
    Stream.of("util", "util.concurrent", "security", "lang")
        .map(name -> "--add-opens=java.base/java." + name + "=ALL-UNNAMED")
        .forEach(command::add);
    command.addAll(List.of("-cp", program.toString()));
    command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    return command;
  }
}
