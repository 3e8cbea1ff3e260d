package pms.kit.event;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import pms.contracts.EventJson;
import pms.contracts.Ids;
import pms.contracts.PmsEvent;
import pms.contracts.Topic;
import pms.kit.problem.Problem;

/**
 * State and announcement in one commit: an event is a row of the same transaction, and {@link OutboxRelay} sends it
 * afterwards.
 *
 * @see <a href="https://microservices.io/patterns/data/transactional-outbox.html">Transactional outbox</a>
 */
@ApplicationScoped
@IfBuildProperty(name = "pms.database", stringValue = "true")
public class Outbox {

  private static final String INSERT =
      "INSERT INTO outbox (event_id, topic, key, type, payload, trace_parent, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)";

  private static final String TOMBSTONE = "Tombstone";

  /** Kafka refuses records above one megabyte, headers included; one that is never sent would keep all behind it waiting. */
  private static final int MOST_BYTES = 1_000_000;

  private final DataSource database;
  private final TransactionSynchronizationRegistry transactions;
  private final OutboxRelay relay;
  private final Tracing tracing;
  private final Clock clock;

  Outbox(
      DataSource database,
      TransactionSynchronizationRegistry transactions,
      OutboxRelay relay,
      Tracing tracing,
      Clock clock) {
    this.database = database;
    this.transactions = transactions;
    this.relay = relay;
    this.tracing = tracing;
    this.clock = clock;
  }

  /**
   * Announces the event if and when the running transaction commits.
   *
   * @throws IllegalStateException outside a transaction
   * @throws Problem 413 for an event that no topic takes, so that what it tells of is not done either
   */
  public <E extends PmsEvent> void publish(Topic<E> topic, E event) {
    byte[] payload = EventJson.write(event);
    if (payload.length > MOST_BYTES) {
      throw Problem.of(413, "too-much", "Too much", "What is known of " + event.key() + " takes more than a megabyte: leave some of it out.");
    }
    insert(topic, event.key(), Topic.typeOf(event.getClass()), payload);
  }

  /**
   * Has the compacted topic forget what it holds of the key, if and when the running transaction commits: a record without
   * value, Kafka's tombstone. Consumers skip it; what has happened they learn from events.
   *
   * @throws IllegalStateException outside a transaction
   */
  public void forget(Topic<?> topic, String key) {
    insert(topic, key, TOMBSTONE, null);
  }

  private void insert(Topic<?> topic, String key, String type, byte[] payload) {
    if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("an event is published inside the transaction that makes it true");
    }
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      UUID id = Ids.next();
      insert.setObject(1, id);
      insert.setString(2, topic.name());
      insert.setString(3, key);
      insert.setString(4, type);
      insert.setBytes(5, payload);
      insert.setString(6, tracing.current());
      insert.setTimestamp(7, Timestamp.from(clock.instant()));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot write to the outbox", e);
    }
    transactions.registerInterposedSynchronization(new WakeRelay());
  }

  private final class WakeRelay implements Synchronization {
    @Override
    public void beforeCompletion() {
      // Nothing to prepare: the row is part of the transaction already.
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        relay.wake();
      }
    }
  }
}
