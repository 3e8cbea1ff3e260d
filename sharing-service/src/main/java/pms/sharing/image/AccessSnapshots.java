package pms.sharing.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import pms.contracts.ImageAccessChanged;
import pms.contracts.Topics;
import pms.kit.event.Outbox;

/**
 * Announces the albums and grants of images as they are. The image's row is held from before they are read until the commit, so a
 * higher revision is never an older truth.
 */
@ApplicationScoped
class AccessSnapshots {

  static final int BATCH = 500;

  private static final String TAKE =
      "DELETE FROM access_due WHERE id IN (SELECT id FROM access_due ORDER BY id LIMIT " + BATCH
          + " FOR UPDATE SKIP LOCKED) RETURNING image_id";
  private static final String HOLD = "SELECT 1 FROM image WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE";
  private static final String READ =
      """
      UPDATE image i SET access_revision = access_revision + 1 WHERE id = ANY (?)
      RETURNING i.owner_id, i.id, i.access_revision,
        ARRAY(SELECT t.album_id FROM album_item t
               WHERE t.image_id = i.id AND t.image_owner = i.owner_id ORDER BY 1) AS albums,
        ARRAY(SELECT DISTINCT g.subject FROM image_grant g
               WHERE g.owner_id = i.owner_id AND g.image_id = i.id AND g.subject IS NOT NULL ORDER BY 1) AS viewers
      """;

  private final DataSource database;
  private final Outbox outbox;
  private final Clock clock;

  AccessSnapshots(DataSource database, Outbox outbox, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The oldest that are due; fewer than {@link #BATCH} when these were all. */
  @Transactional
  int announce() {
    try (Connection connection = database.getConnection()) {
      Set<UUID> images = new LinkedHashSet<>();
      int taken = take(connection, images);
      if (taken > 0) {
        hold(connection, images);
        announce(connection, images);
      }
      return taken;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot announce who may see which image", e);
    }
  }

  private static int take(Connection connection, Set<UUID> images) throws SQLException {
    int taken = 0;
    try (PreparedStatement take = connection.prepareStatement(TAKE);
        ResultSet row = take.executeQuery()) {
      for (; row.next(); taken++) {
        images.add(row.getObject(1, UUID.class));
      }
    }
    return taken;
  }

  private static void hold(Connection connection, Set<UUID> images) throws SQLException {
    try (PreparedStatement hold = connection.prepareStatement(HOLD)) {
      hold.setArray(1, connection.createArrayOf("uuid", images.toArray()));
      hold.execute();
    }
  }

  private void announce(Connection connection, Set<UUID> images) throws SQLException {
    try (PreparedStatement read = connection.prepareStatement(READ)) {
      read.setArray(1, connection.createArrayOf("uuid", images.toArray()));
      try (ResultSet row = read.executeQuery()) {
        while (row.next()) {
          outbox.publish(Topics.ACCESS_CHANGED, snapshot(row, clock.instant()));
        }
      }
    }
  }

  private static ImageAccessChanged snapshot(ResultSet row, Instant now) throws SQLException {
    return new ImageAccessChanged(
        row.getObject("id", UUID.class),
        row.getString("owner_id"),
        row.getLong("access_revision"),
        List.of((UUID[]) row.getArray("albums").getArray()),
        List.of((String[]) row.getArray("viewers").getArray()),
        now);
  }
}
