package pms.gateway.event;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import pms.gateway.GatewayConfig;

/**
 * Where reading goes on, without anything committed: after the last record seen; at the start, some minutes back, so that those
 * who were listening to the gateway that stopped miss nothing.
 */
@ApplicationScoped
@Identifier("changes")
class Rewind implements KafkaConsumerRebalanceListener {

  private static final Logger LOG = Logger.getLogger(Rewind.class);

  private final GatewayConfig.Live config;
  private final LiveChanges live;
  private final Clock clock;
  private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();

  Rewind(GatewayConfig gateway, LiveChanges live, Clock clock) {
    this.config = gateway.live();
    this.live = live;
    this.clock = clock;
  }

  void seen(ConsumerRecord<?, ?> message) {
    next.put(new TopicPartition(message.topic(), message.partition()), message.offset() + 1);
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    try {
      starts(consumer, partitions).forEach((partition, start) -> consumer.seek(partition, next.getOrDefault(partition, start)));
    } catch (KafkaException e) {
      LOG.warnf("reading goes on at the end of the topics: %s", e.getMessage());
      live.lost();
    }
  }

  private Map<TopicPartition, Long> starts(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    long since = clock.instant().minus(config.memory()).toEpochMilli();
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, since));
    // The ends first: what arrives between the two questions is then read and not skipped.
    Map<TopicPartition, Long> starts = new HashMap<>(consumer.endOffsets(partitions));
    consumer.offsetsForTimes(times).forEach((partition, first) -> {
      if (first != null) {
        starts.put(partition, first.offset());
      }
    });
    return starts;
  }
}
