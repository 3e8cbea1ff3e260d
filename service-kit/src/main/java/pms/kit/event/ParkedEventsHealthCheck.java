package pms.kit.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Shows how many events are parked. They do not make the service unready: a restart would not bring them back. */
@Readiness
@ApplicationScoped
class ParkedEventsHealthCheck implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(ParkedEventsHealthCheck.class);

  private final ParkedEvents parked;
  private final AtomicLong count;

  ParkedEventsHealthCheck(ParkedEvents parked, MeterRegistry meters) {
    this.parked = parked;
    this.count = meters.gauge("pms.events.parked.waiting", new AtomicLong());
  }

  @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void recount() {
    if (!parked.possible()) {
      return;
    }
    try {
      count.set(parked.count());
    } catch (KafkaException e) {
      LOG.warnf("cannot count parked events: %s", e.getMessage());
    }
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("parked events").up().withData("waiting", count.get()).build();
  }
}
