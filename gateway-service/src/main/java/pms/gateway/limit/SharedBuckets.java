package pms.gateway.limit;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pms.gateway.GatewayConfig;

/**
 * Counts in Redis, by bucket4j's compare and swap over the Redis client that Quarkus has, so that no second client (lettuce) is
 * needed. Values are hex, since the client's commands are text. A gateway tells of some requests of a user together, after a moment,
 * so that most of them need not wait for Redis; by so many each further gateway may let through more. A bucket that nobody uses is
 * forgotten once it is full again.
 */
@ApplicationScoped
class SharedBuckets {

  private static final String SWAP =
      "if (redis.call('get', KEYS[1]) or '') ~= ARGV[1] then return 0 end "
          + "redis.call('set', KEYS[1], ARGV[2], 'ex', ARGV[3]) return 1";

  /** Requests that one gateway lets pass before it tells of them, and for how long it may go on with what it last heard. */
  private static final DelayParameters UNTOLD = new DelayParameters(20, Duration.ofSeconds(1));

  private final RedisAPI redis;
  private final String prefix;
  private final String seconds;
  private final Manager manager = new Manager();
  private final Recent<AsyncBucketProxy> buckets = new Recent<>(10_000);

  SharedBuckets(
      RedisAPI redis, GatewayConfig config, @ConfigProperty(name = "pms.events.topic-prefix") Optional<String> prefix) {
    this.redis = redis;
    this.prefix = prefix.orElse("") + "limit:";
    this.seconds = String.valueOf(10 + secondsToFill(config.limits()));
  }

  CompletableFuture<ConsumptionProbe> take(String who, BucketConfiguration limit) {
    return buckets.get(prefix + who, key -> bucket(key, limit)).tryConsumeAndReturnRemaining(1);
  }

  private AsyncBucketProxy bucket(String key, BucketConfiguration limit) {
    return manager
        .asAsync()
        .builder()
        .withOptimization(Optimizations.delaying(UNTOLD))
        .build(key, () -> CompletableFuture.completedFuture(limit));
  }

  private static int secondsToFill(GatewayConfig.Limits limits) {
    return Math.max(
        limits.userBurst() / limits.userPerSecond(), limits.addressBurst() / limits.addressPerSecond());
  }

  private final class Manager extends AbstractCompareAndSwapBasedProxyManager<String> {

    Manager() {
      super(ClientSideConfig.getDefault());
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
      return new Swap(key);
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
      throw new UnsupportedOperationException("a request never waits for Redis on its own thread");
    }

    @Override
    protected CompletableFuture<Void> removeAsync(String key) {
      return redis.del(List.of(key)).replaceWithVoid().subscribeAsCompletionStage();
    }

    @Override
    public void removeProxy(String key) {
      throw new UnsupportedOperationException("buckets expire");
    }

    @Override
    public boolean isAsyncModeSupported() {
      return true;
    }
  }

  private final class Swap implements AsyncCompareAndSwapOperation {

    private final String key;

    Swap(String key) {
      this.key = key;
    }

    @Override
    public CompletableFuture<Optional<byte[]>> getStateData(Optional<Long> timeout) {
      return redis.get(key).map(Swap::bytes).subscribeAsCompletionStage();
    }

    @Override
    public CompletableFuture<Boolean> compareAndSwap(
        byte[] before, byte[] after, RemoteBucketState state, Optional<Long> timeout) {
      return redis
          .eval(List.of(SWAP, "1", key, hex(before), hex(after), seconds))
          .map(answer -> answer.toInteger() == 1)
          .subscribeAsCompletionStage();
    }

    private static Optional<byte[]> bytes(Response value) {
      return Optional.ofNullable(value).map(hex -> HexFormat.of().parseHex(hex.toString(StandardCharsets.UTF_8)));
    }

    private static String hex(byte[] value) {
      return value == null ? "" : HexFormat.of().formatHex(value);
    }
  }
}
