package pms.sharing.image;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Drains what is due, in batches of its own, so that nobody waits for ten thousand announcements. */
@ApplicationScoped
class AccessAnnouncer {

  private static final Logger LOG = Logger.getLogger(AccessAnnouncer.class);

  private final AccessSnapshots snapshots;
  private final Semaphore work = new Semaphore(0);
  private volatile boolean running;
  private Thread thread;

  AccessAnnouncer(AccessSnapshots snapshots) {
    this.snapshots = snapshots;
  }

  void start(@Observes StartupEvent started) {
    running = true;
    thread = Thread.ofPlatform().name("access-announcer").start(this::run);
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    running = false;
    wake();
    thread.join(3_000);
  }

  void wake() {
    work.release();
  }

  /** Looks once a second besides: another replica may have died before it came to its own. */
  private void run() {
    while (running) {
      try {
        work.tryAcquire(1, TimeUnit.SECONDS);
        work.drainPermits();
        while (running && snapshots.announce() == AccessSnapshots.BATCH) {
          LOG.debug("more images are due");
        }
      } catch (InterruptedException stopping) {
        running = false;
      } catch (RuntimeException failure) {
        LOG.warnf("announcing who may see which image waits: %s", failure);
      }
    }
  }
}
