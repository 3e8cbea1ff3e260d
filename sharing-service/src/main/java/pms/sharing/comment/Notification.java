package pms.sharing.comment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.List;
import java.util.UUID;
import pms.sharing.page.Cursor;

/** That somebody was named in a comment. */
@Entity
@IdClass(NotificationKey.class)
public class Notification extends PanacheEntityBase {

  @Id public String personId;
  @Id public UUID id;
  public String ownerId;
  public UUID thingId;
  public UUID commentId;

  static List<Notification> newest(String person, Cursor after, int rows) {
    UUID before = after.isStart() ? new UUID(-1, -1) : after.id();
    return Notification.<Notification>find("personId = ?1 and id < ?2 order by id desc", person, before).page(0, rows).list();
  }

  Cursor cursor() {
    return new Cursor(0, id);
  }
}
