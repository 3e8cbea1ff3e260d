package pms.sharing.audit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.sharing.access.Subjects;
import pms.sharing.page.Cursor;

/** One thing somebody gave or took. */
@Entity
@IdClass(AuditKey.class)
public class AuditEntry extends PanacheEntityBase {

  @Id public String ownerId;
  @Id public UUID id;
  public Instant at;
  public String actor;
  public String action;
  public UUID albumId;
  public UUID imageId;
  public String subject;
  public String allowed;

  /** See {@link AuditPlaces}. */
  public Long place;

  static List<AuditEntry> ofAlbum(UUID album, Cursor after, int rows) {
    return find("albumId = ?1 and id < ?2 order by id desc", album, after.newest()).page(0, rows).list();
  }

  static List<AuditEntry> ofImage(String owner, UUID image, Cursor after, int rows) {
    return find("ownerId = ?1 and imageId = ?2 and id < ?3 order by id desc", owner, image, after.newest())
        .page(0, rows)
        .list();
  }

  /** Whether the album is gone, and this person had it then or deleted it. */
  static boolean isLeftTo(String person, UUID album) {
    String left = "albumId = ?1 and action = 'album-deleted' and (actor = ?2 or subject = ?3)";
    return count(left, album, person, Subjects.user(person)) > 0;
  }

  /** In the order of their places in the export. */
  static List<AuditEntry> since(long place, int rows) {
    return find("place > ?1 order by place", place).page(0, rows).list();
  }

  /** Empty for what was never exported. */
  static Optional<Long> placeOf(UUID id) {
    return find("select place from AuditEntry where id = ?1 and place is not null", id).project(Long.class).firstResultOptional();
  }

  Cursor cursor() {
    return Cursor.of(id);
  }
}
