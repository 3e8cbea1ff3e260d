package pms.metadata.image;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Images that nobody else changes until the transaction ends. */
final class ImageLocks {

  private static final String CREATE = "INSERT INTO image (owner_id, id) VALUES (?1, ?2) ON CONFLICT DO NOTHING";

  /** The row, locked until the transaction ends; made if there is none, since any event may be the first. */
  static Image lock(ImageKey key) {
    Image.getEntityManager().createNativeQuery(CREATE).setParameter(1, key.ownerId()).setParameter(2, key.id()).executeUpdate();
    return Image.<Image>findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE).orElseThrow();
  }

  /** Those of the ids that are rows of this owner, locked in the order of their ids, so that two such calls never cross. */
  static List<Image> lockAll(String owner, Collection<UUID> ids) {
    return Image.<Image>find("ownerId = ?1 and id in ?2 order by id", owner, ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  private ImageLocks() {}
}
