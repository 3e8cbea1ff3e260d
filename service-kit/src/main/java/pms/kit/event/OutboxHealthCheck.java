package pms.kit.event;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * The outbox drains. Only a long wait makes the service unready, since pictures are taken in while Kafka is away for some
 * minutes.
 */
@Readiness
@ApplicationScoped
@IfBuildProperty(name = "pms.database", stringValue = "true")
class OutboxHealthCheck implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(OutboxHealthCheck.class);

  private final OutboxRows rows;
  private final EventConfig config;

  OutboxHealthCheck(OutboxRows rows, EventConfig config) {
    this.rows = rows;
    this.config = config;
  }

  @Override
  public HealthCheckResponse call() {
    try {
      Duration waiting = rows.waiting();
      return HealthCheckResponse.named("outbox")
          .status(waiting.compareTo(config.outboxTolerance()) < 0)
          .withData("oldest waits, seconds", waiting.toSeconds())
          .build();
    } catch (SQLException e) {
      LOG.warnf("cannot look at the outbox: %s", e.getMessage());
      return HealthCheckResponse.named("outbox").down().withData("error", "the database does not answer").build();
    }
  }
}
