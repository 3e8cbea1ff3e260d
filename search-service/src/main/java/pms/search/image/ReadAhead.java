package pms.search.image;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import pms.kit.event.EventConfig;
import pms.search.log.LogReplay;

/**
 * For a consumer that is far behind. Its batches come from one or two partitions each, so that of every image it would write the
 * document once for each topic. What lies before it is read ahead with all topics abreast instead, and what the consumer brings of that
 * later is settled already. A process that is killed meanwhile has only done work that is done again.
 */
@ApplicationScoped
class ReadAhead {

  private static final Logger LOG = Logger.getLogger(ReadAhead.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final KafkaClientService kafka;
  private final EventConfig config;
  /** Before these offsets everything is settled. */
  private final Map<TopicPartition, Long> settled = new HashMap<>();

  ReadAhead(KafkaClientService kafka, EventConfig config) {
    this.kafka = kafka;
    this.config = config;
  }

  /** From where the consumer is to where the log ends now, of the partitions it has at this moment. */
  void read(LogReplay.Sink sink) throws IOException, InterruptedException {
    Set<TopicPartition> ours =
        kafka.<String, byte[]>getConsumer(ImageEventConsumer.CHANNEL).getAssignments().await().atMost(PATIENCE);
    try (LogReplay log = LogReplay.behind(config, config.topic("search-service"), ours)) {
      long records = log.toEnd(sink);
      settled.putAll(log.reached());
      LOG.infof("read %d records ahead", records);
    }
  }

  /** Those of a batch that were not read ahead. Once none was, what was settled is behind us and forgotten. */
  List<ConsumerRecord<String, byte[]>> unsettled(ConsumerRecords<String, byte[]> batch) {
    List<ConsumerRecord<String, byte[]>> left = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> message : batch) {
      if (message.offset() >= settled.getOrDefault(new TopicPartition(message.topic(), message.partition()), 0L)) {
        left.add(message);
      }
    }
    if (left.size() == batch.count()) {
      settled.clear();
    }
    return left;
  }
}
