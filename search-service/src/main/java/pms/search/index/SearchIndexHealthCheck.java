package pms.search.index;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.jboss.logging.Logger;

/** Elasticsearch answers and the alias names an index. */
@Readiness
@Startup
@ApplicationScoped
class SearchIndexHealthCheck implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(SearchIndexHealthCheck.class);

  private final SearchIndexes indexes;

  SearchIndexHealthCheck(SearchIndexes indexes) {
    this.indexes = indexes;
  }

  @Override
  public HealthCheckResponse call() {
    try {
      Optional<String> index = indexes.find();
      return HealthCheckResponse.named("search index")
          .status(index.isPresent())
          .withData("index", index.orElse("none"))
          .build();
    } catch (Exception e) {
      LOG.debugf(e, "Elasticsearch does not answer");
      return HealthCheckResponse.named("search index").down().withData("error", String.valueOf(e.getMessage())).build();
    }
  }
}
