package pms.sharing.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.UUID;

/** Notes that it changed who may see an image; announced right after the commit, however many there are. */
@ApplicationScoped
public class AccessChanges {

  private static final String NOTE = "INSERT INTO access_due (owner_id, image_id) SELECT ?1, unnest(?2)";
  private static final String NOTE_ALBUM =
      "INSERT INTO access_due (owner_id, image_id)"
          + " SELECT image_owner, image_id FROM album_item WHERE owner_id = ?1 AND album_id = ?2";

  private final EntityManager database;
  private final TransactionSynchronizationRegistry transactions;
  private final AccessAnnouncer announcer;

  AccessChanges(EntityManager database, TransactionSynchronizationRegistry transactions, AccessAnnouncer announcer) {
    this.database = database;
    this.transactions = transactions;
    this.announcer = announcer;
  }

  /** Images of one owner; may be called before or after the change, within its transaction. */
  @Transactional(TxType.MANDATORY)
  public void due(String owner, Collection<UUID> images) {
    database.createNativeQuery(NOTE).setParameter(1, owner).setParameter(2, images.toArray(UUID[]::new)).executeUpdate();
    transactions.registerInterposedSynchronization(new Wake());
  }

  /** Every image of an album, before the album goes. */
  @Transactional(TxType.MANDATORY)
  public void dueInAlbum(String ownerId, UUID album) {
    database.createNativeQuery(NOTE_ALBUM).setParameter(1, ownerId).setParameter(2, album).executeUpdate();
    transactions.registerInterposedSynchronization(new Wake());
  }

  private final class Wake implements Synchronization {
    @Override
    public void beforeCompletion() {
      // Nothing to prepare: the row is part of the transaction already.
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        announcer.wake();
      }
    }
  }
}
