package pms.sharing.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The one place that decides who may do what with an image. Each answer is one query to the primary database: no cache, no
 * copy, so that what was taken away is gone with its commit. An image that is not known is a no like any other.
 */
@ApplicationScoped
public class Accesses {

  /** Parameters: subjects, subjects, image ids. The item must name the image's true owner, who alone can have put it there. */
  private static final String FACTS =
      """
      SELECT i.id, i.owner_id, i.state,
        (SELECT max(m.role)
           FROM album_item t
           JOIN album a ON a.owner_id = t.owner_id AND a.id = t.album_id
           JOIN member m ON m.album_id = ANY (a.path) AND m.subject = ANY (?)
          WHERE t.image_id = i.id AND t.image_owner = i.owner_id) AS role,
        (SELECT max(g.level)
           FROM image_grant g
          WHERE g.owner_id = i.owner_id AND g.image_id = i.id AND g.subject = ANY (?)) AS level
      FROM image i
      WHERE i.id = ANY (?)
      """;

  private final DataSource database;

  Accesses(DataSource database) {
    this.database = database;
  }

  public boolean decide(Subjects caller, UUID image, Right right) {
    return !allowed(caller, List.of(image), right).isEmpty();
  }

  /** Those of the images to which the caller has the right. */
  public Set<UUID> allowed(Subjects caller, Collection<UUID> images, Right right) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(FACTS)) {
      query.setArray(1, connection.createArrayOf("text", caller.array()));
      query.setArray(2, connection.createArrayOf("text", caller.array()));
      query.setArray(3, connection.createArrayOf("uuid", images.toArray()));
      return allowed(query, caller, right);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot decide, so nothing is allowed", e);
    }
  }

  private static Set<UUID> allowed(PreparedStatement query, Subjects caller, Right right) throws SQLException {
    Set<UUID> allowed = new LinkedHashSet<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        if (facts(row, caller).allow(right)) {
          allowed.add(row.getObject("id", UUID.class));
        }
      }
    }
    return allowed;
  }

  private static ImageFacts facts(ResultSet row, Subjects caller) throws SQLException {
    return new ImageFacts(
        row.getString("owner_id").equals(caller.id()),
        ImageFacts.State.valueOf(row.getString("state")),
        Optional.of(row.getInt("role")).filter(rank -> rank > 0).map(Role::ofRank),
        Optional.of(row.getInt("level")).filter(rank -> rank > 0).map(Level::ofRank));
  }
}
