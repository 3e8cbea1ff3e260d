package pms.processing.render;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells which engine runs and what it can do. */
@Readiness
@ApplicationScoped
class EngineHealthCheck implements HealthCheck {

  private final EngineInfo engine;

  EngineHealthCheck(GuardedEngine engine) {
    this.engine = engine.info();
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("pixel engine")
        .up()
        .withData("engine", engine.name())
        .withData("version", engine.version())
        .withData("reads", String.join(", ", engine.reads()))
        .withData("writes", engine.writes().stream().map(OutputFormat::name).collect(Collectors.joining(", ")))
        .withData("guards", engine.guards().isEmpty() ? "none" : String.join(", ", engine.guards()))
        .build();
  }
}
