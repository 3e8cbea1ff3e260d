package pms.sharing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import pms.contracts.Ids;

/**
 * One album with everybody who can have to do with one: two images in it, one of the owner's and one of the contributor's, and a
 * grant on the first. Written straight into the database, so that hundreds of tests can have one each.
 */
final class World {

  final UUID album;
  final UUID image = Ids.next();
  final UUID contributed = Ids.next();
  final UUID grant = Ids.next();

  /** Of the caller of the moment: an image in no album, and an album of their own. */
  final UUID ownImage;
  final UUID ownAlbum;

  private World(UUID album, UUID ownImage, UUID ownAlbum) {
    this.album = album;
    this.ownImage = ownImage;
    this.ownAlbum = ownAlbum;
  }

  /** Nothing of it exists. */
  static World nowhere() {
    return new World(Ids.next(), Ids.next(), Ids.next());
  }

  /** Where nothing of a world ever was but what its caller knows of: their own, and the album if they see it. */
  static World without(World there, boolean albumIsSeen) {
    return new World(albumIsSeen ? there.album : Ids.next(), there.ownImage, there.ownAlbum);
  }

  /** @param caller whose own image and album are made; null for nobody's */
  static World make(DataSource database, Cast cast, String caller) throws SQLException {
    World world = nowhere();
    try (Connection connection = database.getConnection()) {
      world.fill(connection, cast, caller == null ? cast.other.id() : caller);
    }
    return world;
  }

  /** Differs when anything of it was changed. */
  String fingerprint(DataSource database) throws SQLException {
    String sql =
        """
        SELECT (SELECT string_agg(a::text, '|' ORDER BY id) FROM album a WHERE id = ANY (?) OR parent_id = ANY (?)),
               (SELECT string_agg(m::text, '|' ORDER BY id) FROM member m WHERE album_id = ANY (?)),
               (SELECT string_agg(t::text, '|' ORDER BY image_id) FROM album_item t WHERE album_id = ANY (?)),
               (SELECT string_agg(g::text, '|' ORDER BY id) FROM image_grant g WHERE image_id = ANY (?))
        """;
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 1; i <= 4; i++) {
        query.setArray(i, connection.createArrayOf("uuid", new Object[] {album, ownAlbum}));
      }
      query.setArray(5, connection.createArrayOf("uuid", new Object[] {image, contributed, ownImage}));
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getString(1) + row.getString(2) + row.getString(3) + row.getString(4);
      }
    }
  }

  private void fill(Connection connection, Cast cast, String caller) throws SQLException {
    String owner = cast.owner.id();
    image(connection, owner, image);
    image(connection, cast.contributor.id(), contributed);
    image(connection, caller, ownImage);
    album(connection, caller, ownAlbum);
    member(connection, caller, ownAlbum, "user:" + caller, "user:" + caller, 4);
    album(connection, owner, album);
    member(connection, owner, album, "user:" + cast.owner.name(), "user:" + owner, 4);
    member(connection, owner, album, "user:" + cast.editor.name(), "user:" + cast.editor.id(), 3);
    member(connection, owner, album, "user:" + cast.contributor.name(), "user:" + cast.contributor.id(), 2);
    member(connection, owner, album, "user:" + cast.viewer.name(), "user:" + cast.viewer.id(), 1);
    member(connection, owner, album, "group:" + cast.group, "group:" + cast.group, 1);
    item(connection, owner, image, owner, 1_000);
    item(connection, owner, contributed, cast.contributor.id(), 2_000);
    run(
        connection,
        "INSERT INTO image_grant VALUES (?, ?, ?, ?, ?, 1, now())",
        owner, image, grant, "user:" + cast.grantee.name(), "user:" + cast.grantee.id());
  }

  private static void image(Connection connection, String owner, UUID id) throws SQLException {
    run(connection, "INSERT INTO image (owner_id, id, state, revision) VALUES (?, ?, 'LIVE', 0)", owner, id);
  }

  private static void album(Connection connection, String owner, UUID id) throws SQLException {
    run(
        connection,
        "INSERT INTO album (owner_id, id, title, item_count, revision, created_at, changed_at, holder_id, path)"
            + " VALUES (?, ?, 'World', 0, 1, now(), now(), ?, ARRAY[?])",
        owner, id, owner, id);
  }

  private static void member(Connection connection, String owner, UUID album, String label, String subject, int role)
      throws SQLException {
    run(
        connection,
        "INSERT INTO member VALUES (?, ?, ?, ?, ?, ?, 'test', now())",
        owner, album, Ids.next(), label, subject, role);
  }

  private void item(Connection connection, String albumOwner, UUID image, String owner, int position) throws SQLException {
    run(
        connection,
        "INSERT INTO album_item VALUES (?, ?, ?, ?, ?, false, ?, now())",
        albumOwner, album, image, owner, position, owner);
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
