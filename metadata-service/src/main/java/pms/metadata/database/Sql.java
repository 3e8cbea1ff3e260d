package pms.metadata.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Plain statements in the running transaction, where one over many rows says it better than entities. */
@ApplicationScoped
public class Sql {

  private final DataSource database;

  Sql(DataSource database) {
    this.database = database;
  }

  /** Makes something of the row that the result stands at. */
  public interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private interface Use<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  /** @param parameters text, numbers, flags, ids, instants, arrays of those, or null */
  public <T> List<T> list(String sql, Row<T> row, Object... parameters) {
    return run(sql, parameters, statement -> {
      try (ResultSet result = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(row.of(result));
        }
        return rows;
      }
    });
  }

  public <T> Optional<T> first(String sql, Row<T> row, Object... parameters) {
    return list(sql, row, parameters).stream().findFirst();
  }

  /** @return how many rows it changed */
  public int update(String sql, Object... parameters) {
    return run(sql, parameters, PreparedStatement::executeUpdate);
  }

  public static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private <T> T run(String sql, Object[] parameters, Use<T> use) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, bound(connection, parameters[i]));
      }
      return use.of(statement);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  private static Object bound(Connection connection, Object parameter) throws SQLException {
    return switch (parameter) {
      case String[] texts -> connection.createArrayOf("text", texts);
      case UUID[] ids -> connection.createArrayOf("uuid", ids);
      case Long[] numbers -> connection.createArrayOf("bigint", numbers);
      case Boolean[] flags -> connection.createArrayOf("boolean", flags);
      case Instant instant -> instant.atOffset(ZoneOffset.UTC);
      case null, default -> parameter;
    };
  }
}
