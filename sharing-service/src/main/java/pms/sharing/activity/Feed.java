package pms.sharing.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import pms.sharing.access.Subjects;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;
import pms.sharing.person.People;

/** What went on for one person: in all albums that they see at this moment, and with their own pictures in none, in one list. */
@ApplicationScoped
class Feed {

  /** Of each album only as many as fit on the page are looked at, from the newest down. What is for managers is for them only. */
  private static final String NEWEST =
      """
      (SELECT x.album_id, seen.title, x.id, x.at, x.actor, x.kind, x.amount, x.images, x.subject
        FROM (SELECT a.owner_id, a.id, a.title,
                     (SELECT max(m.role) FROM member m WHERE m.album_id = ANY (a.path) AND m.subject = ANY (:subjects)) AS role
                FROM album a
               WHERE a.id IN (
                 SELECT m.album_id FROM member m WHERE m.subject = ANY (:subjects)
                 UNION
                 SELECT d.id FROM member m JOIN album d ON d.parent_id IS NOT NULL AND d.path @> ARRAY[m.album_id]
                  WHERE m.subject = ANY (:subjects))) seen
       CROSS JOIN LATERAL (
         SELECT * FROM activity y
          WHERE y.owner_id = seen.owner_id AND y.album_id = seen.id AND y.id < :after AND (seen.role = 4 OR y.kind <> :managers)
          ORDER BY y.id DESC LIMIT :rows) x
       ORDER BY x.id DESC LIMIT :rows)
      UNION ALL
      (SELECT NULL, NULL, p.id, p.at, p.actor, p.kind, 1, ARRAY[p.image_id], p.subject
         FROM picture_activity p
        WHERE p.owner_id = :self AND p.id < :after
        ORDER BY p.id DESC LIMIT :rows)
      ORDER BY id DESC LIMIT :rows
      """;

  private final EntityManager database;
  private final People people;

  Feed(EntityManager database, People people) {
    this.database = database;
    this.people = people;
  }

  @Transactional
  Page<ActivityView> newest(Subjects caller, Cursor after, Limit limit) {
    List<?> rows =
        database.createNativeQuery(NEWEST, Tuple.class)
            .setParameter("subjects", caller.array())
            .setParameter("self", caller.id())
            .setParameter("after", after.newest())
            .setParameter("managers", Happening.GUESTS_WAITING)
            .setParameter("rows", limit.andOneMore())
            .getResultList();
    List<Tuple> found = rows.stream().map(Tuple.class::cast).toList();
    Map<String, String> names = people.displayNames(
        found.stream().map(row -> row.get("actor", String.class)).filter(Objects::nonNull).distinct().toList());
    List<ActivityView> views = found.stream().map(row -> ActivityView.of(row, names)).toList();
    return Page.of(views, limit.rows(), view -> view, view -> Cursor.of(view.id()));
  }
}
