package pms.sharing.smart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.kit.problem.Problem;

/** Which albums follow which queries, and when they are compared with all that these find. */
@ApplicationScoped
public class SmartAlbums {

  private static final String OWNER = "INSERT INTO smart_owner (owner_id, turn_at) VALUES (?1, now()) ON CONFLICT DO NOTHING";
  private static final String HOLD = "SELECT owner_id FROM smart_owner WHERE owner_id = ?1 FOR UPDATE";
  private static final String COUNT = "SELECT count(*) FROM smart_album WHERE owner_id = ?1";
  private static final String MAKE = "INSERT INTO smart_album (owner_id, album_id, query, due_at) VALUES (?1, ?2, ?3, now())";
  private static final String CHANGE =
      "UPDATE smart_album SET query = ?3, generation = generation + 1, filling = true, reached = NULL, due_at = now()"
          + " WHERE owner_id = ?1 AND album_id = ?2 AND query <> ?3";
  private static final String END = "DELETE FROM smart_album WHERE owner_id = ?1 AND album_id = ?2";
  private static final String SELECT = "SELECT " + SmartAlbum.COLUMNS + " FROM smart_album WHERE owner_id = ?1 ";
  private static final String ALL = SELECT + "ORDER BY album_id";
  private static final String DUE = SELECT + "AND due_at <= now() ORDER BY due_at, album_id LIMIT 1";
  private static final String IS_CURRENT =
      "SELECT 1 FROM smart_album WHERE owner_id = ?1 AND album_id = ?2 AND generation = ?3 FOR UPDATE";
  private static final String REACHED = "UPDATE smart_album SET reached = ?3 WHERE owner_id = ?1 AND album_id = ?2";
  private static final String COMPARED =
      """
      UPDATE smart_album SET filling = false, reached = NULL,
        due_at = now() + interval '1 second' * CASE WHEN filling THEN CAST(?3 AS bigint) ELSE CAST(?4 AS bigint) END
       WHERE owner_id = ?1 AND album_id = ?2
      """;
  private static final String PUT_OFF =
      "UPDATE smart_album SET due_at = now() + interval '1 second' * CAST(?4 AS bigint)"
          + " WHERE owner_id = ?1 AND album_id = ?2 AND generation = ?3";
  private static final String MISSED =
      "UPDATE smart_album SET due_at = least(due_at, now() + interval '1 second' * CAST(?4 AS bigint))"
          + " WHERE owner_id = ?1 AND album_id = ?2 AND generation = ?3";

  private final EntityManager database;
  private final SmartConfig config;

  SmartAlbums(EntityManager database, SmartConfig config) {
    this.database = database;
    this.config = config;
  }

  /** An album that is new follows this query from now on. */
  @Transactional(TxType.MANDATORY)
  public void make(String owner, UUID album, String query) {
    sql(OWNER, owner).executeUpdate();
    sql(HOLD, owner).getResultList();
    if (((Number) sql(COUNT, owner).getSingleResult()).longValue() >= config.most()) {
      throw Problem.conflict("too-many-smart-albums", "You can have at most " + config.most() + " albums that follow a query.");
    }
    sql(MAKE, owner, album).setParameter(3, query).executeUpdate();
  }

  /** Another query, or the same, which changes nothing; the album is locked. */
  @Transactional(TxType.MANDATORY)
  public void change(String owner, UUID album, String query) {
    sql(CHANGE, owner, album).setParameter(3, query).executeUpdate();
  }

  /** The album keeps what it holds and follows no query any more. */
  @Transactional(TxType.MANDATORY)
  public void end(String owner, UUID album) {
    sql(END, owner, album).executeUpdate();
  }

  @Transactional
  List<SmartAlbum> all(String owner) {
    return albums(ALL, owner);
  }

  @Transactional
  Optional<SmartAlbum> due(String owner) {
    return albums(DUE, owner).stream().findFirst();
  }

  /** False when there is another query by now; else it stays so until the transaction ends. The album is locked. */
  @Transactional(TxType.MANDATORY)
  boolean isCurrent(SmartAlbum album) {
    return !sql(IS_CURRENT, album.owner(), album.id()).setParameter(3, album.generation()).getResultList().isEmpty();
  }

  @Transactional(TxType.MANDATORY)
  void reached(SmartAlbum album, UUID image) {
    sql(REACHED, album.owner(), album.id()).setParameter(3, image).executeUpdate();
  }

  /** To the end; the next time is soon after the first, and seldom later. */
  @Transactional(TxType.MANDATORY)
  void compared(SmartAlbum album) {
    Query update = sql(COMPARED, album.owner(), album.id());
    update.setParameter(3, seconds(config.firstCheck())).setParameter(4, seconds(config.check())).executeUpdate();
  }

  /** It cannot be compared now: the others come first. */
  @Transactional(TxType.MANDATORY)
  void putOff(SmartAlbum album) {
    later(PUT_OFF, album, config.check());
  }

  /** It could not follow a change: unless its query never can be answered, to be compared mends it. */
  @Transactional(TxType.MANDATORY)
  void missed(SmartAlbum album) {
    later(MISSED, album, config.firstCheck());
  }

  private void later(String sql, SmartAlbum album, Duration duration) {
    Query update = sql(sql, album.owner(), album.id());
    update.setParameter(3, album.generation()).setParameter(4, seconds(duration)).executeUpdate();
  }

  private static long seconds(Duration duration) {
    return duration.toSeconds();
  }

  private List<SmartAlbum> albums(String sql, String owner) {
    List<?> rows = database.createNativeQuery(sql, Tuple.class).setParameter(1, owner).getResultList();
    return rows.stream().map(row -> SmartAlbum.of((Tuple) row)).toList();
  }

  private Query sql(String sql, String owner) {
    return database.createNativeQuery(sql).setParameter(1, owner);
  }

  private Query sql(String sql, String owner, UUID album) {
    return sql(sql, owner).setParameter(2, album);
  }
}
