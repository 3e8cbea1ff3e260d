package pms.sharing.mail;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import pms.sharing.access.AlbumRight;

/**
 * Notes one invitation for a mail address with which nobody has called yet. Anybody can type any address, so there is one mail
 * for an album and an address, however often its owners invite and withdraw, there are few a day: by one inviter, and to one
 * address, and none to who said that they want no more. Who invites is told nothing of all this: the invitation itself waits in any case.
 */
@ApplicationScoped
public class Strangers {

  private static final Logger LOG = Logger.getLogger(Strangers.class);

  /** What every mail server takes, and nothing that could be more than one address. */
  private static final Pattern ADDRESS =
      Pattern.compile("[a-z0-9._%+'-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");

  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST_TO_ONE = 5;

  /** The last lock of its transaction, held to its end: of two invitations by one person at once, the second is counted after the first. */
  private static final String ONE_BY_ONE = "SELECT CAST(pg_advisory_xact_lock(hashtextextended(?1, 6)) AS text)";

  /** Within one address the lock on its label makes it exact. */
  private static final String NOTE =
      """
      INSERT INTO mail_stranger (owner_id, album_id, address, invited_by, noted_at, due_at)
      SELECT :owner, :album, :address, :by, :now, :now
       WHERE (SELECT count(*) FROM mail_stranger WHERE invited_by = :by AND noted_at > :since) < :most
         AND (SELECT count(*) FROM mail_stranger WHERE address = :address AND noted_at > :since) < :mostToOne
         AND NOT EXISTS (SELECT 1 FROM mail_stop WHERE address = sha256(convert_to(:address, 'UTF8')))
      ON CONFLICT DO NOTHING
      """;

  private static final String STOP =
      "INSERT INTO mail_stop (address, at) VALUES (sha256(convert_to(?1, 'UTF8')), ?2) ON CONFLICT DO NOTHING";
  private static final String STOP_DUE = "UPDATE mail_stranger SET due_at = NULL WHERE address = ?1 AND due_at IS NOT NULL";

  private static final String FORGET =
      "DELETE FROM mail_stranger s WHERE noted_at < ?1"
          + " AND NOT EXISTS (SELECT 1 FROM album a WHERE a.owner_id = s.owner_id AND a.id = s.album_id)";

  private final EntityManager database;
  private final MailConfig config;
  private final Clock clock;

  Strangers(EntityManager database, MailConfig config, Clock clock) {
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  /** @param by id of who invites */
  @Transactional(TxType.MANDATORY)
  public void invited(String address, String by, AlbumRight album) {
    if (!ADDRESS.matcher(address).matches()) {
      return;
    }
    database.createNativeQuery(ONE_BY_ONE, String.class).setParameter(1, by).getResultList();
    Instant now = clock.instant();
    int noted =
        database.createNativeQuery(NOTE)
            .setParameter("owner", album.ownerId()).setParameter("album", album.id())
            .setParameter("address", address).setParameter("by", by)
            .setParameter("now", now).setParameter("since", now.minus(DAY))
            .setParameter("most", config.strangers()).setParameter("mostToOne", MOST_TO_ONE)
            .executeUpdate();
    if (noted == 0) {
      LOG.infof("album %s: no mail for a stranger invited by %s: written to before, or too many for a day", album.id(), by);
    }
  }

  /** The reader wants no more; what waits to be sent is not. Invitations wait for them as before. */
  @Transactional
  void stop(String address) {
    database.createNativeQuery(STOP).setParameter(1, address).setParameter(2, clock.instant()).executeUpdate();
    database.createNativeQuery(STOP_DUE).setParameter(1, address).executeUpdate();
    LOG.info("an address wants no more invitations by mail");
  }

  /** An address is kept as long as the album is there that it was invited to, and at least while it counts. */
  @Scheduled(every = "6h", delayed = "10m", concurrentExecution = ConcurrentExecution.SKIP)
  @Transactional
  void forgetOld() {
    database.createNativeQuery(FORGET).setParameter(1, clock.instant().minus(DAY)).executeUpdate();
  }
}
