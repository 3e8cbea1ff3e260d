package pms.gateway.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.util.Arrays;

/** Counts of this process alone. One that makes room for others is full again by then. */
class LocalBuckets {

  private final Recent<Bucket> buckets = new Recent<>(50_000);

  ConsumptionProbe take(String who, BucketConfiguration limit) {
    return buckets.get(who, first -> full(limit)).tryConsumeAndReturnRemaining(1);
  }

  private static Bucket full(BucketConfiguration limit) {
    LocalBucketBuilder builder = Bucket.builder();
    Arrays.stream(limit.getBandwidths()).forEach(builder::addLimit);
    return builder.build();
  }
}
