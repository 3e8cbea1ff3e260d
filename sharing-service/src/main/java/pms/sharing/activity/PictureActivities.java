package pms.sharing.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import pms.sharing.view.PicturePurged;

/** What is done to a picture: told in every album that shows it, and where its owner sees none of these, to its owner. */
@ApplicationScoped
public class PictureActivities {

  /** Ids as {@code Ids} makes them: the time leads, so that the newest come first. */
  private static final String IN_ALBUMS =
      """
      INSERT INTO activity (owner_id, album_id, id, at, actor, kind, amount, images, subject)
      SELECT i.owner_id, i.album_id, uuidv7(), :now, CAST(:actor AS text), :kind, 1, ARRAY[i.image_id], CAST(:subject AS text)
        FROM album_item i
       WHERE i.image_owner = :owner AND i.image_id = :image AND NOT i.hidden
         AND NOT EXISTS (SELECT 1 FROM activity a
                          WHERE a.owner_id = i.owner_id AND a.album_id = i.album_id AND a.actor IS NOT DISTINCT FROM :actor
                            AND a.subject IS NOT DISTINCT FROM :subject AND a.kind = :kind
                            AND a.images = ARRAY[i.image_id] AND a.id > :since)
      """;

  private static final String TO_OWNER =
      """
      INSERT INTO picture_activity (owner_id, id, image_id, at, actor, kind, subject)
      SELECT :owner, uuidv7(), :image, :now, CAST(:actor AS text), :kind, CAST(:subject AS text)
       WHERE NOT EXISTS (SELECT 1 FROM album_item i
                           JOIN album a ON a.owner_id = i.owner_id AND a.id = i.album_id
                           JOIN member m ON m.album_id = ANY (a.path) AND m.subject = 'user:' || :owner
                          WHERE i.image_owner = :owner AND i.image_id = :image AND NOT i.hidden)
         AND NOT EXISTS (SELECT 1 FROM picture_activity p
                          WHERE p.owner_id = :owner AND p.image_id = :image AND p.kind = :kind AND p.id > :since
                            AND p.actor IS NOT DISTINCT FROM :actor AND p.subject IS NOT DISTINCT FROM :subject)
      """;

  private static final String FORGET = "DELETE FROM picture_activity WHERE owner_id = ?1 AND image_id = ?2";

  private final EntityManager database;
  private final Clock clock;

  PictureActivities(EntityManager database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * The same by the same is told once in a while.
   *
   * @param actor id of who did it; null for a guest
   * @param subject what a guest is called; null for users
   */
  @Transactional
  public void happened(String owner, UUID image, String actor, String kind, String subject) {
    tell(IN_ALBUMS, owner, image, actor, kind, subject);
    tell(TO_OWNER, owner, image, actor, kind, subject);
  }

  /** Albums are told of it in another way. */
  @Transactional
  void toOwner(String owner, UUID image, String actor, String kind) {
    tell(TO_OWNER, owner, image, actor, kind, null);
  }

  /** D5: what happened to a purged picture goes with it. */
  void forget(@Observes PicturePurged purged) {
    database.createNativeQuery(FORGET).setParameter(1, purged.owner()).setParameter(2, purged.image()).executeUpdate();
  }

  private void tell(String sql, String owner, UUID image, String actor, String kind, String subject) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Query insert = database.createNativeQuery(sql);
    insert.setParameter("owner", owner).setParameter("image", image).setParameter("kind", kind);
    insert.setParameter("actor", actor).setParameter("subject", subject);
    insert.setParameter("now", now).setParameter("since", Activities.madeAt(now.minus(Activities.TOGETHER)));
    insert.executeUpdate();
  }
}
