package pms.sharing.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import pms.kit.problem.Problem;

/**
 * The one place that decides who is what in an album, by one query to the primary database. Who is nothing in it is told that
 * there is no such album; who sees it but may not do this is told so (403).
 */
@ApplicationScoped
public class AlbumRights {

  /** Parameters: subjects, album. */
  private static final String ROLE =
      """
      SELECT a.owner_id, max(m.role) AS role
        FROM album a
        JOIN member m ON m.album_id = ANY (a.path) AND m.subject = ANY (?)
       WHERE a.id = ?
       GROUP BY a.owner_id
      """;

  /** Parameters: subjects, albums. */
  private static final String SEEN =
      """
      SELECT a.id FROM album a
       WHERE EXISTS (SELECT 1 FROM member m WHERE m.album_id = ANY (a.path) AND m.subject = ANY (?)) AND a.id = ANY (?)
      """;

  private final DataSource database;

  AlbumRights(DataSource database) {
    this.database = database;
  }

  /** Empty for an album that the caller may not even see, and for one that never was. */
  public Optional<AlbumRight> of(Subjects caller, UUID album) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(ROLE)) {
      query.setArray(1, connection.createArrayOf("text", caller.array()));
      query.setObject(2, album);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(new AlbumRight(row.getString("owner_id"), album, Role.ofRank(row.getInt("role"))))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot decide, so nothing is allowed", e);
    }
  }

  /** Those of the albums that the caller sees, by one query. */
  public Set<UUID> seen(Subjects caller, Collection<UUID> albums) {
    if (albums.isEmpty()) {
      return Set.of();
    }
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(SEEN)) {
      query.setArray(1, connection.createArrayOf("text", caller.array()));
      query.setArray(2, connection.createArrayOf("uuid", albums.toArray()));
      return ids(query);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot decide, so nothing is allowed", e);
    }
  }

  private static Set<UUID> ids(PreparedStatement query) throws SQLException {
    Set<UUID> ids = new HashSet<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        ids.add(row.getObject("id", UUID.class));
      }
    }
    return ids;
  }

  /**
   * The caller's role, which allows what they want.
   *
   * @throws Problem 404 when the caller may not see the album or there is none, 403 when the role does not go that far
   */
  public AlbumRight require(Subjects caller, UUID album, Right right) {
    AlbumRight held = of(caller, album).orElseThrow(Problem::notFound);
    if (!held.allows(right)) {
      throw refused();
    }
    return held;
  }

  /** 403 to somebody who sees the album anyway. */
  public static Problem refused() {
    return Problem.of(403, "role-too-low", "Forbidden", "Your role in this album does not allow this.");
  }
}
