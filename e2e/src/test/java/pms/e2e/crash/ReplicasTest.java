package pms.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import pms.e2e.suite.Running;
import pms.e2e.suite.Suite;
import pms.e2e.suite.Truth;
import pms.platform.Http;
import pms.platform.Port;

/** Two processes of one consumer share the work. */
@Order(Integer.MAX_VALUE - 1)
class ReplicasTest {
  private static final String CONSUMED = "kafka_consumer_fetch_manager_records_consumed_total{";
  private final Suite suite = Suite.get();

  @Test
  void two_replicas_of_processing_share_the_work() throws Exception {
    assumeTrue(suite.isOurs(), "a suite that runs outside gets no replicas");
    Running first = suite.process(Port.PROCESSING);
    Running second = suite.replica(Port.PROCESSING);
    try {
      Truth truth = new Truth(suite);
      await("both have partitions").atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
              truth.shares("processing"))
          .hasSizeGreaterThanOrEqualTo(2)
          .allMatch(partitions -> partitions > 0));
      double before = consumed(first);
      Import pictures = new Import(suite, suite.user("replica"), 60, 3_000);
      pictures.begin().get(2, TimeUnit.MINUTES);
      pictures.isComplete();
      assertThat(consumed(first) - before).as("by the first").isPositive();
      assertThat(consumed(second)).as("by the second").isPositive();
    } finally {
      second.stop();
    }
  }

  /** Records that a process has taken from Kafka. */
  private static double consumed(Running service) {
    return Http.get("http://127.0.0.1:" + service.port() + "/q/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(CONSUMED))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
