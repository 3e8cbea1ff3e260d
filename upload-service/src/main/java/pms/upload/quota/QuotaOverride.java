package pms.upload.quota;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;

/** What an operator allows one owner. */
@Entity
class QuotaOverride extends PanacheEntityBase {

  private static final String PUT =
      "INSERT INTO quota_override (owner_id, bytes, set_by, set_at) VALUES (?1, ?2, ?3, ?4)"
          + " ON CONFLICT (owner_id) DO UPDATE SET bytes = EXCLUDED.bytes, set_by = EXCLUDED.set_by, set_at = EXCLUDED.set_at";

  @Id public String ownerId;
  public long bytes;
  public String setBy;
  public Instant setAt;

  static Optional<QuotaOverride> of(String owner) {
    return findByIdOptional(owner);
  }

  static void put(String owner, long bytes, String by, Instant now) {
    getEntityManager().createNativeQuery(PUT)
        .setParameter(1, owner)
        .setParameter(2, bytes)
        .setParameter(3, by)
        .setParameter(4, now)
        .executeUpdate();
  }

  static void remove(String owner) {
    deleteById(owner);
  }
}
