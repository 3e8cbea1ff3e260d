package pms.search.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * Partitions of several topics, kept abreast by the time of their records. What was told of an image stands in three topics or more, of
 * which one is read faster than another; handed out together its document is written once instead of three times.
 */
final class Lanes {

  /** As many may wait in a partition that is ahead of others; all partitions together have to fit into a small heap. */
  private static final int ENOUGH = 150;

  private static final class Lane {
    final ArrayDeque<ConsumerRecord<String, byte[]>> waiting = new ArrayDeque<>();
    long reached = Long.MIN_VALUE;

    void add(ConsumerRecord<String, byte[]> message) {
      message.headers().forEach(Lane::release);
      waiting.add(message);
      reached = Math.max(reached, message.timestamp());
    }

    /** Until it is asked for its name and value a header is a view of all that was fetched with it, and keeps that in memory. */
    private static void release(Header header) {
      header.key();
      header.value();
    }
  }

  private final Map<TopicPartition, Lane> lanes = new HashMap<>();
  private long horizon = Long.MIN_VALUE;

  void add(ConsumerRecords<String, byte[]> read) {
    for (TopicPartition partition : read.partitions()) {
      Lane lane = lanes.computeIfAbsent(partition, _ -> new Lane());
      read.records(partition).forEach(lane::add);
    }
  }

  /**
   * What is not newer than what every one of these partitions has reached; without any, all there is. Of one partition in its order.
   *
   * @param goingOn those of which more is to come
   */
  List<ConsumerRecord<String, byte[]>> abreast(Collection<TopicPartition> goingOn) {
    horizon = goingOn.stream().mapToLong(this::reached).min().orElse(Long.MAX_VALUE);
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    for (Lane lane : lanes.values()) {
      while (!lane.waiting.isEmpty() && lane.waiting.peek().timestamp() <= horizon) {
        records.add(lane.waiting.poll());
      }
    }
    return records;
  }

  /** Those that have enough to wait with until the others have come as far. */
  Set<TopicPartition> ahead() {
    return lanes.entrySet().stream()
        .filter(entry -> entry.getValue().waiting.size() >= ENOUGH && entry.getValue().reached > horizon)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private long reached(TopicPartition partition) {
    Lane lane = lanes.get(partition);
    return lane == null ? Long.MIN_VALUE : lane.reached;
  }
}
