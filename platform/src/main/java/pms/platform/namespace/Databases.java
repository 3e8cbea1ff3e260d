package pms.platform.namespace;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import pms.platform.Endpoints;
import pms.platform.PlatformException;

/** One database for each service that has one. */
final class Databases {

  private final Endpoints endpoints;

  Databases(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  void create(Namespace names, Collection<String> services) {
    List<String> wanted = services.stream().map(names::database).collect(Collectors.toCollection(ArrayList::new));
    inAdministration(
        statement -> {
          wanted.removeAll(existing(statement, names.databases()));
          for (String database : wanted) {
            statement.execute("CREATE DATABASE " + database);
          }
        });
  }

  void drop(Namespace names) {
    // At once: each waits for a checkpoint, which they can share.
    existing(names.databases()).parallelStream()
        .forEach(database -> inAdministration(statement -> statement.execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)")));
  }

  List<String> existing(String prefix) {
    List<String> found = new ArrayList<>();
    inAdministration(statement -> found.addAll(existing(statement, prefix)));
    return found;
  }

  private static List<String> existing(Statement statement, String prefix) throws SQLException {
    List<String> found = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery("SELECT datname FROM pg_database WHERE starts_with(datname, '" + prefix + "')")) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private void inAdministration(Work work) {
    try (Connection connection =
            DriverManager.getConnection(
                endpoints.jdbc() + "postgres", endpoints.databaseUser(), endpoints.databasePassword());
        Statement statement = connection.createStatement()) {
      work.with(statement);
    } catch (SQLException e) {
      throw new PlatformException("PostgreSQL at " + endpoints.jdbc() + ": " + e.getMessage(), e);
    }
  }

  private interface Work {
    void with(Statement statement) throws SQLException;
  }
}
