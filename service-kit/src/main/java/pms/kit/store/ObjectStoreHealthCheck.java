package pms.kit.store;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** The bucket is there; only for services that read or write bytes. */
@Readiness
@ApplicationScoped
@IfBuildProperty(name = "pms.store", stringValue = "true")
class ObjectStoreHealthCheck implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(ObjectStoreHealthCheck.class);

  private final ObjectStore store;

  ObjectStoreHealthCheck(ObjectStore store) {
    this.store = store;
  }

  @Override
  public HealthCheckResponse call() {
    try {
      return HealthCheckResponse.named("object store").status(store.reachable()).build();
    } catch (StoreFailure e) {
      LOG.warnf("object store: %s", e.getMessage());
      return HealthCheckResponse.named("object store").down().build();
    }
  }
}
