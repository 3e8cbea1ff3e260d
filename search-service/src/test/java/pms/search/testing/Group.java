package pms.search.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import pms.contracts.Topics;
import pms.platform.test.PmsPlatform;

/** The service's consumer group as the broker sees it. */
public final class Group {

  private static final List<TopicPartition> PARTITIONS =
      Topics.ALL.stream()
          .map(topic -> PmsPlatform.names().topic(topic.name()))
          .flatMap(topic -> IntStream.range(0, Topics.PARTITIONS).mapToObj(p -> new TopicPartition(topic, p)))
          .toList();

  /** Waits until everything in the log is acknowledged by the service. */
  public static void awaitNoLag() {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, PmsPlatform.endpoints().kafka()))) {
      await().atMost(Duration.ofSeconds(60)).until(() -> lag(admin) == 0);
    }
  }

  private static long lag(Admin admin) throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> latest =
        PARTITIONS.stream().collect(Collectors.toMap(Function.identity(), p -> OffsetSpec.latest()));
    var ends = admin.listOffsets(latest).all().get();
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin
            .listConsumerGroupOffsets(PmsPlatform.names().topic("search-service"))
            .partitionsToOffsetAndMetadata()
            .get();
    return PARTITIONS.stream()
        .mapToLong(p -> ends.get(p).offset() - (committed.get(p) == null ? 0 : committed.get(p).offset()))
        .sum();
  }

  private Group() {}
}
