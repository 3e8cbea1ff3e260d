package pms.kit.event;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import pms.contracts.CloudEventHeaders;

/** The rows that wait to be sent. */
@ApplicationScoped
@IfBuildProperty(name = "pms.database", stringValue = "true")
class OutboxRows {

  static final int BATCH = 500;

  /** Any number will do as long as nothing else in the database locks it. */
  private static final String LOCK = "SELECT pg_try_advisory_xact_lock(7306311)";

  private final DataSource database;
  private final Producer producer;
  private final EventConfig config;

  OutboxRows(DataSource database, Producer producer, EventConfig config) {
    this.database = database;
    this.producer = producer;
    this.config = config;
  }

  /** Sends up to {@link #BATCH} rows, the oldest first; 0 when there are none or another replica is at it. */
  int send() throws SQLException, InterruptedException, ExecutionException, TimeoutException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        int sent = locked(connection) ? sendOldest(connection) : 0;
        connection.commit();
        return sent;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  /** How long the oldest row has been waiting; zero when none is. */
  Duration waiting() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT created_at FROM outbox ORDER BY id LIMIT 1")) {
      return result.next() ? Duration.between(result.getTimestamp(1).toInstant(), Instant.now()) : Duration.ZERO;
    }
  }

  private boolean locked(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(LOCK)) {
      return result.next() && result.getBoolean(1);
    }
  }

  private int sendOldest(Connection connection)
      throws SQLException, InterruptedException, ExecutionException, TimeoutException {
    List<Long> ids = new ArrayList<>();
    List<Future<RecordMetadata>> acknowledgements = new ArrayList<>();
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("SELECT * FROM outbox ORDER BY id LIMIT " + BATCH)) {
      while (row.next()) {
        ids.add(row.getLong("id"));
        acknowledgements.add(producer.send(message(row)));
      }
    }
    for (Future<RecordMetadata> acknowledgement : acknowledgements) {
      acknowledgement.get(20, TimeUnit.SECONDS);
    }
    delete(connection, ids);
    return ids.size();
  }

  private void delete(Connection connection, List<Long> ids) throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    try (PreparedStatement delete = connection.prepareStatement("DELETE FROM outbox WHERE id = ANY (?)")) {
      Array array = connection.createArrayOf("bigint", ids.toArray());
      delete.setArray(1, array);
      delete.executeUpdate();
    }
  }

  private ProducerRecord<String, byte[]> message(ResultSet row) throws SQLException {
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(config.topic(row.getString("topic")), row.getString("key"), row.getBytes("payload"));
    Headers headers = message.headers();
    add(headers, CloudEventHeaders.SPEC_VERSION, "1.0");
    add(headers, CloudEventHeaders.ID, row.getObject("event_id", UUID.class).toString());
    add(headers, CloudEventHeaders.TYPE, row.getString("type"));
    add(headers, CloudEventHeaders.SOURCE, "/pms/" + config.service());
    add(headers, CloudEventHeaders.TIME, row.getTimestamp("created_at").toInstant().toString());
    add(headers, CloudEventHeaders.SUBJECT, row.getString("key"));
    add(headers, CloudEventHeaders.CONTENT_TYPE, "application/json");
    if (row.getString("trace_parent") != null) {
      add(headers, CloudEventHeaders.TRACE_PARENT, row.getString("trace_parent"));
    }
    return message;
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
