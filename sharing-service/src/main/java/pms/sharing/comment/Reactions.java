package pms.sharing.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import pms.kit.problem.Problem;
import pms.sharing.access.Subjects;
import pms.sharing.news.News;
import pms.sharing.view.PicturePurged;

/** Small signs instead of words: each person may give each sign once. */
@ApplicationScoped
class Reactions {

  static final List<String> ALLOWED = List.of("👍", "❤", "😂", "😮", "😢", "👏", "🎉", "🔥");

  /** Some keyboards add it to ask for the coloured form. */
  private static final String VARIATION = "\uFE0F";

  private static final String COUNTS =
      "SELECT emoji, count(*) AS count, bool_or(author_id = ?3) AS mine FROM reaction WHERE owner_id = ?1 AND thing_id = ?2"
          + " GROUP BY emoji ORDER BY count(*) DESC, emoji";
  private static final String COUNTS_OF_GUESTS =
      COUNTS.replace("thing_id = ?2", "thing_id = ?2 AND author_id LIKE '" + GuestKey.PREFIX + "%'");
  private static final String GIVE =
      "INSERT INTO reaction (owner_id, thing_id, emoji, author_id, album_id) VALUES (?1, ?2, ?3, ?4, CAST(?5 AS uuid))"
          + " ON CONFLICT DO NOTHING";
  private static final String TAKE_BACK =
      "DELETE FROM reaction WHERE owner_id = ?1 AND thing_id = ?2 AND emoji = ?3 AND author_id = ?4";
  private static final String FORGET = "DELETE FROM reaction WHERE owner_id = ?1 AND thing_id = ?2";

  private final EntityManager database;
  private final Things things;

  Reactions(EntityManager database, Things things) {
    this.database = database;
    this.things = things;
  }

  @Transactional
  ReactionsView list(Subjects caller, Thing thing) {
    return counted(COUNTS, thing, caller.id());
  }

  /** Those of guests only: what members think of it among themselves is not for the world. */
  @Transactional
  ReactionsView listOfGuests(Thing thing, String author) {
    return counted(COUNTS_OF_GUESTS, thing, author);
  }

  /** @param author id of a user, or of a guest's key */
  @Transactional
  void give(String author, Thing thing, String emoji) {
    String allowed = allowed(emoji);
    things.hold(thing);
    String album = thing.album() ? thing.id().toString() : null;
    database.createNativeQuery(GIVE)
        .setParameter(1, thing.owner()).setParameter(2, thing.id()).setParameter(3, allowed)
        .setParameter(4, author).setParameter(5, album)
        .executeUpdate();
    things.tell(thing, News.REACTED);
  }

  @Transactional
  void takeBack(String author, Thing thing, String emoji) {
    database.createNativeQuery(TAKE_BACK)
        .setParameter(1, thing.owner()).setParameter(2, thing.id()).setParameter(3, allowed(emoji)).setParameter(4, author)
        .executeUpdate();
    things.tell(thing, News.REACTED);
  }

  /** D5. */
  void forget(@Observes PicturePurged purged) {
    database.createNativeQuery(FORGET).setParameter(1, purged.owner()).setParameter(2, purged.image()).executeUpdate();
  }

  private ReactionsView counted(String sql, Thing thing, String author) {
    List<?> rows =
        database.createNativeQuery(sql, Tuple.class)
            .setParameter(1, thing.owner()).setParameter(2, thing.id()).setParameter(3, author).getResultList();
    return new ReactionsView(rows.stream().map(Tuple.class::cast).map(ReactionsView.Count::of).toList());
  }

  private static String allowed(String emoji) {
    String plain = emoji.replace(VARIATION, "");
    if (!ALLOWED.contains(plain)) {
      throw Problem.invalid("emoji", "is one of " + String.join(" ", ALLOWED));
    }
    return plain;
  }
}
