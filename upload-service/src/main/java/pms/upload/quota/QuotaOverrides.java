package pms.upload.quota;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Quotas that operators set; they count more than the token and the configuration. */
@ApplicationScoped
class QuotaOverrides {

  private static final Logger LOG = Logger.getLogger(QuotaOverrides.class);

  private final Clock clock;

  QuotaOverrides(Clock clock) {
    this.clock = clock;
  }

  @Transactional
  Optional<Long> of(String owner) {
    return QuotaOverride.of(owner).map(override -> override.bytes);
  }

  @Transactional
  QuotaView view(String owner) {
    Optional<QuotaOverride> override = QuotaOverride.of(owner);
    Optional<Usage> usage = Usage.of(owner);
    return new QuotaView(
        owner, override.map(set -> set.bytes).orElse(null), override.map(set -> set.setBy).orElse(null),
        override.map(set -> set.setAt).orElse(null), usage.map(used -> used.bytes).orElse(0L), usage.map(used -> used.images).orElse(0L));
  }

  @Transactional
  void put(String owner, long bytes, String operator) {
    QuotaOverride.put(owner, bytes, operator, clock.instant());
    LOG.infof("operator %s allows %s %d bytes", operator, owner, bytes);
  }

  @Transactional
  void remove(String owner, String operator) {
    QuotaOverride.remove(owner);
    LOG.infof("operator %s took back what was allowed to %s", operator, owner);
  }
}
