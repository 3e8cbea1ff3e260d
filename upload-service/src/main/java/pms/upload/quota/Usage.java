package pms.upload.quota;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** What an owner's pictures take up, the trash included. */
@Entity
class Usage extends PanacheEntityBase {

  private static final String BEGIN =
      "INSERT INTO usage (owner_id, bytes, images) VALUES (?1, 0, 0) ON CONFLICT DO NOTHING";

  @Id public String ownerId;
  public long bytes;
  public long images;

  static Optional<Usage> of(String owner) {
    return findByIdOptional(owner);
  }

  /** The row, made if need be, and nobody else's until the transaction ends. */
  static Usage locked(String owner) {
    getEntityManager().createNativeQuery(BEGIN).setParameter(1, owner).executeUpdate();
    return findById(owner, LockModeType.PESSIMISTIC_WRITE);
  }
}
