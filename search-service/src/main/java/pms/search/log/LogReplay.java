package pms.search.log;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import pms.kit.event.EventConfig;

/** Reads topics apart from every consumer group: it belongs to none and remembers nothing. */
public final class LogReplay implements AutoCloseable {

  /** Takes records in; what it throws ends the replay. */
  public interface Sink {
    /** @return what is left to be done with the batch: while the next is read, in another thread */
    Writing take(List<ConsumerRecord<String, byte[]>> batch) throws IOException, InterruptedException;
  }

  /** The slow part of taking in a batch. */
  public interface Writing {
    void run() throws IOException, InterruptedException;
  }

  private static final Duration POLL = Duration.ofMillis(500);
  /** All that was told of some hundred images; one batch is written while another is being read. */
  private static final int BATCH = 2_000;

  private final KafkaConsumer<String, byte[]> consumer;
  private final Lanes lanes = new Lanes();
  private List<TopicPartition> partitions = List.of();

  private LogReplay(EventConfig config, String group) {
    this.consumer = open(config, group);
  }

  /** From the beginning. */
  public static LogReplay whole(EventConfig config, Collection<String> topics) {
    LogReplay log = new LogReplay(config, "none");
    log.partitions =
        topics.stream()
            .flatMap(topic -> log.consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    log.consumer.assign(log.partitions);
    log.consumer.seekToBeginning(log.partitions);
    return log;
  }

  /** From where a consumer group is. */
  public static LogReplay behind(EventConfig config, String group, Set<TopicPartition> partitions) {
    LogReplay log = new LogReplay(config, group);
    log.partitions = List.copyOf(partitions);
    log.consumer.assign(partitions);
    Map<TopicPartition, OffsetAndMetadata> done = log.consumer.committed(partitions);
    for (TopicPartition partition : partitions) {
      if (done.get(partition) == null) {
        log.consumer.seekToBeginning(List.of(partition));
      } else {
        log.consumer.seek(partition, done.get(partition));
      }
    }
    return log;
  }

  /** Goes on from where it is to where the log ends at this moment; tells how many records that were, once all are written. */
  public long toEnd(Sink sink) throws IOException, InterruptedException {
    try (Handover handover = new Handover()) {
      long read = readToEnd(batch -> handover.give(sink.take(batch)));
      handover.await();
      return read;
    }
  }

  private interface Taking {
    void take(List<ConsumerRecord<String, byte[]>> batch) throws IOException, InterruptedException;
  }

  private long readToEnd(Taking taking) throws IOException, InterruptedException {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
    long read = 0;
    for (Set<TopicPartition> goingOn = before(ends); !goingOn.isEmpty(); ) {
      if (Thread.interrupted()) {
        throw new InterruptedException("stopping while replaying the log");
      }
      lanes.add(consumer.poll(POLL));
      goingOn = before(ends);
      batch.addAll(lanes.abreast(goingOn));
      if (batch.size() >= BATCH || goingOn.isEmpty()) {
        read += batch.size();
        taking.take(List.copyOf(batch));
        batch.clear();
      }
      consumer.resume(partitions);
      consumer.pause(lanes.ahead());
    }
    return read;
  }

  /** Everything before these offsets was written, once {@link #toEnd} has returned. */
  public Map<TopicPartition, Long> reached() {
    return partitions.stream().collect(Collectors.toMap(partition -> partition, consumer::position));
  }

  @Override
  public void close() {
    consumer.close();
  }

  private Set<TopicPartition> before(Map<TopicPartition, Long> ends) {
    return partitions.stream().filter(partition -> consumer.position(partition) < ends.get(partition)).collect(Collectors.toSet());
  }

  private static KafkaConsumer<String, byte[]> open(EventConfig config, String group) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka(),
            // To ask where the group is; as long as nobody subscribes or commits, one does not belong to it.
            ConsumerConfig.GROUP_ID_CONFIG, group,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1000",
            // Little of each: what is read of one partition waits until the others have come as far.
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, String.valueOf(64 << 10),
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "20000"),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }
}
