package pms.gateway.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import pms.gateway.GatewayConfig;

/**
 * How often somebody may ask. The counts are kept in Redis, so that replicas count together; while Redis is away each gateway
 * counts alone, which lets through at most as many times more as there are gateways, and never stops anybody who is within the
 * limit.
 */
@ApplicationScoped
public class RateLimits {

  private static final Logger LOG = Logger.getLogger(RateLimits.class);

  private final GatewayConfig.Limits config;
  private final BucketConfiguration user;
  private final BucketConfiguration address;
  private final LocalBuckets local = new LocalBuckets();
  private final SharedBuckets shared;
  private final MeterRegistry meters;
  private final Clock clock;
  private volatile Instant redisAgain = Instant.MIN;

  RateLimits(GatewayConfig gateway, SharedBuckets shared, MeterRegistry meters, Clock clock) {
    this.config = gateway.limits();
    this.user = bucket(config.userPerSecond(), config.userBurst());
    this.address = bucket(config.addressPerSecond(), config.addressBurst());
    this.shared = shared;
    this.meters = meters;
    this.clock = clock;
  }

  /** Counts a request of the user; how long they have to wait, zero when they need not. Never fails. */
  public CompletionStage<Duration> user(String id) {
    return take("user:" + id, user);
  }

  /** The same for somebody of whom only the address is known. */
  public CompletionStage<Duration> address(String address) {
    return take("address:" + address, this.address);
  }

  /** The same for a guest of a shared link, to whom a page of thumbnails is a burst as to a user. */
  public CompletionStage<Duration> visitor(String address) {
    return take("visitor:" + address, user);
  }

  private CompletionStage<Duration> take(String who, BucketConfiguration limit) {
    if (!config.shared() || clock.instant().isBefore(redisAgain)) {
      return counted(local.take(who, limit));
    }
    return shared
        .take(who, limit)
        .orTimeout(config.patience().toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failure -> {
          leaveRedis(failure);
          return local.take(who, limit);
        })
        .thenCompose(this::counted);
  }

  private void leaveRedis(Throwable failure) {
    redisAgain = clock.instant().plus(config.pause());
    meters.counter("pms.gateway.limits.local").increment();
    LOG.warnf("Redis does not count requests, each gateway does for %s: %s", config.pause(), failure);
  }

  private CompletionStage<Duration> counted(ConsumptionProbe probe) {
    if (!probe.isConsumed()) {
      meters.counter("pms.gateway.limits.refused").increment();
    }
    Duration wait = probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
    return CompletableFuture.completedStage(wait);
  }

  private static BucketConfiguration bucket(int perSecond, int burst) {
    return BucketConfiguration.builder()
        .addLimit(Bandwidth.builder().capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)).build())
        .build();
  }
}
