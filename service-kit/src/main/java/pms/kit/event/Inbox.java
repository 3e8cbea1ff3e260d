package pms.kit.event;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Which events this service has dealt with. Slow work goes first, outside a transaction and repeatable; then one short
 * transaction calls {@link #firstTime} and writes the result.
 */
@ApplicationScoped
@IfBuildProperty(name = "pms.database", stringValue = "true")
public class Inbox {

  private static final String DONE =
      "INSERT INTO inbox (event_id, done) VALUES (?, true)"
          + " ON CONFLICT (event_id) DO UPDATE SET done = true WHERE NOT inbox.done";
  private static final String ATTEMPT =
      "INSERT INTO inbox (event_id, attempts) VALUES (?, 1)"
          + " ON CONFLICT (event_id) DO UPDATE SET attempts = inbox.attempts + 1 RETURNING attempts";
  private static final String IS_DONE = "SELECT 1 FROM inbox WHERE event_id = ? AND done";
  private static final String FORGET =
      "DELETE FROM inbox WHERE event_id IN"
          + " (SELECT event_id FROM inbox WHERE received_at < now() - interval '30 days' LIMIT 10000)";

  private final DataSource database;

  Inbox(DataSource database) {
    this.database = database;
  }

  /** Marks the event as done in the running transaction; false if it was done before, and then nothing is to be written. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean firstTime(UUID eventId) {
    return run(DONE, eventId, PreparedStatement::executeUpdate) == 1;
  }

  /** Whether the event was done before: saves slow work, but only {@link #firstTime} decides. */
  public boolean isDone(UUID eventId) {
    return run(IS_DONE, eventId, query -> {
      try (ResultSet result = query.executeQuery()) {
        return result.next();
      }
    });
  }

  /**
   * Counts an attempt before work that may kill the process.
   *
   * @return how many attempts there were, this one included
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public int attempt(UUID eventId) {
    return run(ATTEMPT, eventId, query -> {
      try (ResultSet result = query.executeQuery()) {
        result.next();
        return result.getInt(1);
      }
    });
  }

  /** A month is far longer than Kafka delivers twice on its own; entities refuse older replays by their revisions. */
  @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void forgetOld() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement forget = connection.prepareStatement(FORGET)) {
      forget.executeUpdate();
    }
  }

  private interface Query<T> {
    T run(PreparedStatement statement) throws SQLException;
  }

  private <T> T run(String sql, UUID eventId, Query<T> query) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, eventId);
      return query.run(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot use the inbox", e);
    }
  }
}
