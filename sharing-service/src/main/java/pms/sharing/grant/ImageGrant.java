package pms.sharing.grant;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.contracts.GrantRevoked;
import pms.contracts.Ids;
import pms.sharing.access.Level;
import pms.sharing.access.Subjects;
import pms.sharing.page.Cursor;
import pms.sharing.person.Label;

/** A right to one image, given by its owner to a user, a group, or somebody who has not come yet. */
@Entity
@IdClass(ImageGrantKey.class)
public class ImageGrant extends PanacheEntityBase {

  private static final String OF_IMAGE = "ownerId = ?1 and imageId = ?2 ";

  @Id public String ownerId;
  @Id public UUID imageId;
  @Id public UUID id;
  public String label;
  public String subject;
  public short level;
  public Instant grantedAt;

  static ImageGrant create(String owner, UUID image, Label label, String subject, Level level, Instant now) {
    ImageGrant grant = new ImageGrant();
    grant.ownerId = owner;
    grant.imageId = image;
    grant.id = Ids.next();
    grant.label = label.text();
    grant.subject = subject;
    grant.level = level.rank();
    grant.grantedAt = now.truncatedTo(ChronoUnit.MICROS);
    grant.persist();
    return grant;
  }

  static Optional<ImageGrant> of(ImageGrantKey key) {
    return findByIdOptional(key);
  }

  static Optional<ImageGrant> of(String owner, UUID image, Label label) {
    return find(OF_IMAGE + "and label = ?3", owner, image, label.text()).firstResultOptional();
  }

  static List<ImageGrant> page(String owner, UUID image, Cursor after, int rows) {
    return find(OF_IMAGE + "and id < ?3 order by id desc", owner, image, after.newest()).page(0, rows).list();
  }

  static long count(String owner, UUID image) {
    return count(OF_IMAGE, owner, image);
  }

  static List<ImageGrant> all(String owner, UUID image) {
    return list(OF_IMAGE + "order by id", owner, image);
  }

  /** Images with a grant that waits for somebody called so; in one order for everybody, against deadlocks. */
  static List<UUID> imagesAwaiting(List<String> labels) {
    String ids = "select distinct imageId from ImageGrant where subject is null and label in ?1 order by imageId";
    return find(ids, labels).project(UUID.class).list();
  }

  static List<ImageGrant> awaiting(List<String> labels) {
    return list("subject is null and label in ?1", labels);
  }

  Level level() {
    return Level.ofRank(level);
  }

  /** Empty for groups and for those who have not come. */
  Optional<String> userId() {
    return Subjects.userId(subject);
  }

  Cursor cursor() {
    return Cursor.of(id);
  }

  GrantRevoked revoked(Instant now) {
    return new GrantRevoked(imageId, ownerId, id, now, subject);
  }
}
