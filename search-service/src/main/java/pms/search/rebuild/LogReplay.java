package pms.search.rebuild;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import pms.contracts.PmsEvent;
import pms.contracts.Topic;
import pms.kit.event.Deliveries;
import pms.kit.event.Delivery;
import pms.kit.event.EventConfig;
import pms.search.image.FoldedTopics;

/** Reads topics from their beginning, apart from every consumer group. */
final class LogReplay implements AutoCloseable {

  /** Takes events in; what it throws ends the replay. */
  interface Sink {
    /** @param read how many records of each topic were read for them */
    void take(List<PmsEvent> events, Map<String, Long> read) throws IOException;
  }

  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Deliveries deliveries;
  private final Map<String, Topic<? extends PmsEvent>> topics;
  private final List<TopicPartition> partitions;

  LogReplay(EventConfig config, Deliveries deliveries) {
    this.deliveries = deliveries;
    this.topics = FoldedTopics.byName(config::topic);
    this.consumer = open(config);
    this.partitions = partitions();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Goes on from where it is to where the log ends at this moment; tells how many records that were. */
  long toEnd(Sink sink) throws IOException, InterruptedException {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    long read = 0;
    while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
      if (Thread.interrupted()) {
        throw new InterruptedException("stopping while replaying the log");
      }
      ConsumerRecords<String, byte[]> batch = consumer.poll(POLL);
      read += batch.count();
      sink.take(events(batch), counts(batch));
    }
    return read;
  }

  @Override
  public void close() {
    consumer.close();
  }

  private List<PmsEvent> events(ConsumerRecords<String, byte[]> batch) {
    List<PmsEvent> events = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> message : batch) {
      Optional<? extends Delivery<? extends PmsEvent>> delivery =
          deliveries.peek(message, topics.get(message.topic()));
      delivery.ifPresent(read -> events.add(read.event()));
    }
    return events;
  }

  private Map<String, Long> counts(ConsumerRecords<String, byte[]> batch) {
    Map<String, Long> counts = new TreeMap<>();
    batch.forEach(message -> counts.merge(topics.get(message.topic()).name(), 1L, Long::sum));
    return counts;
  }

  private List<TopicPartition> partitions() {
    return topics.keySet().stream()
        .flatMap(topic -> consumer.partitionsFor(topic).stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private static KafkaConsumer<String, byte[]> open(EventConfig config) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka(),
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "5000",
            ConsumerConfig.FETCH_MAX_BYTES_CONFIG, String.valueOf(16 << 20),
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "20000"),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }
}
