package pms.sharing.activity;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.sharing.page.Cursor;

/** Something a member did in an album. */
@Entity
@IdClass(ActivityKey.class)
public class Activity extends PanacheEntityBase {

  @Id public String ownerId;
  @Id public UUID albumId;
  @Id public UUID id;
  public Instant at;
  public String actor;
  public String kind;
  public int amount;
  public UUID[] images;
  public String subject;

  /** @param managers whether also what is for those only who manage the album */
  static List<Activity> newest(String ownerId, UUID album, boolean managers, Cursor after, int rows) {
    String visible = "ownerId = ?1 and albumId = ?2 and id < ?3 and (?4 = true or kind <> ?5) order by id desc";
    return find(visible, ownerId, album, after.newest(), managers, Happening.GUESTS_WAITING)
        .page(0, rows)
        .list();
  }

  /** The newest such entry of an album that was begun after that. */
  static Optional<Activity> since(UUID begun, String ownerId, UUID album, String actor, String kind) {
    String same = "ownerId = ?1 and albumId = ?2 and id > ?3 and actor = ?4 and kind = ?5 order by id desc";
    return Activity.<Activity>find(same, ownerId, album, begun, actor, kind).firstResultOptional();
  }

  Cursor cursor() {
    return Cursor.of(id);
  }
}
