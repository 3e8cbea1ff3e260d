package pms.kit.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Sends the outbox's rows in order and deletes what Kafka has acknowledged. Of several replicas one at a time holds the
 * lock, so the order stays; a crash between sending and deleting sends again, which consumers' inboxes absorb.
 */
@ApplicationScoped
@IfBuildProperty(name = "pms.database", stringValue = "true")
class OutboxRelay {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

  private final EventConfig config;
  private final OutboxRows rows;
  private final MeterRegistry meters;
  private final Semaphore work = new Semaphore(0);
  private volatile boolean running;
  private Thread thread;

  OutboxRelay(EventConfig config, OutboxRows rows, MeterRegistry meters) {
    this.config = config;
    this.rows = rows;
    this.meters = meters;
  }

  void start(@Observes StartupEvent started) {
    running = true;
    thread = Thread.ofPlatform().name("outbox-relay").start(this::run);
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    running = false;
    wake();
    thread.join(3_000);
  }

  /** There is something to send. */
  void wake() {
    work.release();
  }

  private void run() {
    while (running) {
      try {
        work.tryAcquire(config.relayPause().toMillis(), TimeUnit.MILLISECONDS);
        work.drainPermits();
        int sent;
        do {
          sent = rows.send();
          meters.counter("pms.outbox.sent").increment(sent);
        } while (sent == OutboxRows.BATCH && running);
      } catch (InterruptedException stopping) {
        running = false;
      } catch (SQLException | ExecutionException | TimeoutException | RuntimeException e) {
        LOG.warnf("events wait in the outbox: %s", e);
        meters.counter("pms.outbox.failed").increment();
      }
    }
  }
}
