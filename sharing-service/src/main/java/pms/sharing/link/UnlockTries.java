package pms.sharing.link;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Guesses of passwords, counted in the database for all replicas together: per link, whoever guesses, and per address, whatever
 * link it guesses at. A try is counted before the password is looked at, so that parallel guesses are not free.
 */
@ApplicationScoped
public class UnlockTries {

  private static final String COUNT =
      "INSERT INTO unlock_try (subject, window_start, tries) VALUES (?1, ?2, 1)"
          + " ON CONFLICT (subject, window_start) DO UPDATE SET tries = unlock_try.tries + 1 RETURNING tries";
  private static final String GIVE_BACK =
      "UPDATE unlock_try SET tries = tries - 1 WHERE subject IN (?1, ?2) AND window_start = ?3";
  private static final String FORGET = "DELETE FROM unlock_try WHERE window_start < ?1";

  private final EntityManager database;
  private final LinkConfig config;
  private final Clock clock;

  UnlockTries(EntityManager database, LinkConfig config, Clock clock) {
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  /** False when there were too many, by everybody on this link or by this address; it counts all the same. */
  @Transactional
  public boolean begin(OpenLink link, String address) {
    int onLink = count(ofLink(link));
    int byAddress = count(ofAddress(address));
    return Math.max(onLink, byAddress) <= config.tries();
  }

  /** The password was right. */
  @Transactional
  public void giveBack(OpenLink link, String address) {
    database.createNativeQuery(GIVE_BACK)
        .setParameter(1, ofLink(link)).setParameter(2, ofAddress(address)).setParameter(3, windowStart()).executeUpdate();
  }

  /** The same for other things that guests do: so many of them in a window by one address. */
  @Transactional
  public boolean take(String what, String address) {
    return take(what, address, config.tries());
  }

  /** @param most in one window */
  @Transactional
  public boolean take(String what, String address, int most) {
    return count(what + " " + address) <= most;
  }

  /** Until the next window. */
  public Duration pause() {
    Duration left = Duration.between(clock.instant(), windowStart().plus(config.triesWindow()));
    return left.isPositive() ? left : Duration.ofSeconds(1);
  }

  @Scheduled(every = "15m", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @Transactional
  void forgetOld() {
    database.createNativeQuery(FORGET).setParameter(1, windowStart()).executeUpdate();
  }

  private int count(String subject) {
    Object tries = database.createNativeQuery(COUNT).setParameter(1, subject).setParameter(2, windowStart()).getSingleResult();
    return ((Number) tries).intValue();
  }

  private Instant windowStart() {
    long window = config.triesWindow().toSeconds();
    return Instant.ofEpochSecond(clock.instant().getEpochSecond() / window * window);
  }

  private static String ofLink(OpenLink link) {
    return "link " + link.id();
  }

  private static String ofAddress(String address) {
    return "address " + address;
  }
}
