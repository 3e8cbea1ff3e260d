package pms.sharing.album;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.sharing.access.Subjects;
import pms.sharing.page.Cursor;

/** Albums as a caller sees them, with the caller's role; each answer is one query. */
@ApplicationScoped
class AlbumViews {

  /** The album around is named only to those who see it, too. */
  private static final String SELECT =
      """
      SELECT * FROM (
        SELECT a.id, a.holder_id, a.title, a.description, a.item_count, a.cover, a.created_at, a.changed_at, a.revision, s.query, s.filling,
          (SELECT max(m.role) FROM member m WHERE m.album_id = ANY (a.path) AND m.subject = ANY (:subjects)) AS role,
          CASE WHEN EXISTS (SELECT 1 FROM member m
                             WHERE m.album_id = ANY (trim_array(a.path, 1)) AND m.subject = ANY (:subjects))
               THEN a.parent_id END AS parent
        FROM album a LEFT JOIN smart_album s ON s.owner_id = a.owner_id AND s.album_id = a.id WHERE %s) seen
      WHERE role IS NOT NULL ORDER BY id DESC LIMIT :rows
      """;

  private static final String ONE = SELECT.formatted("a.id = :album");

  private static final String CHILDREN = SELECT.formatted("a.parent_id = :album AND a.id < :after");

  /** Those where the caller is a member, and what is inside them. */
  private static final String ALL =
      SELECT.formatted(
          """
          a.id IN (
            (SELECT DISTINCT m.album_id FROM member m
              WHERE m.subject = ANY (:subjects) AND m.album_id < :after ORDER BY m.album_id DESC LIMIT :rows)
            UNION
            SELECT d.id FROM member m JOIN album d ON d.parent_id IS NOT NULL AND d.path @> ARRAY[m.album_id]
             WHERE m.subject = ANY (:subjects) AND d.id < :after)
          """);

  private final EntityManager database;

  AlbumViews(EntityManager database) {
    this.database = database;
  }

  @Transactional(TxType.MANDATORY)
  Optional<AlbumView> one(Subjects caller, UUID album) {
    return views(query(ONE, caller, 1).setParameter("album", album)).stream().findFirst();
  }

  /** Newest first; ids are made in order of time. */
  @Transactional(TxType.MANDATORY)
  List<AlbumView> all(Subjects caller, Cursor after, int rows) {
    return views(query(ALL, caller, rows).setParameter("after", after.newest()));
  }

  @Transactional(TxType.MANDATORY)
  List<AlbumView> children(Subjects caller, UUID album, Cursor after, int rows) {
    return views(query(CHILDREN, caller, rows).setParameter("album", album).setParameter("after", after.newest()));
  }

  private Query query(String sql, Subjects caller, int rows) {
    return database
        .createNativeQuery(sql, Tuple.class)
        .setParameter("subjects", caller.array())
        .setParameter("rows", rows);
  }

  @SuppressWarnings("unchecked")
  private static List<AlbumView> views(Query query) {
    return ((List<Tuple>) query.getResultList()).stream().map(AlbumView::of).toList();
  }
}
