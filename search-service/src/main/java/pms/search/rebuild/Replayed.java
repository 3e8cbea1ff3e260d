package pms.search.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import pms.contracts.PmsEvent;
import pms.contracts.Topic;
import pms.kit.event.Deliveries;
import pms.kit.event.Delivery;

/**
 * Records of the log, read again.
 *
 * @param events of which poison is left out: it was parked when it first came
 * @param counts of records by topic
 */
record Replayed(List<PmsEvent> events, Map<String, Long> counts) {

  static Replayed of(
      List<ConsumerRecord<String, byte[]>> batch, Map<String, Topic<? extends PmsEvent>> topics, Deliveries deliveries) {
    List<PmsEvent> events = new ArrayList<>();
    Map<String, Long> counts = new TreeMap<>();
    for (ConsumerRecord<String, byte[]> message : batch) {
      Topic<? extends PmsEvent> topic = topics.get(message.topic());
      Optional<? extends Delivery<? extends PmsEvent>> delivery = deliveries.peek(message, topic);
      delivery.ifPresent(read -> events.add(read.event()));
      counts.merge(topic.name(), 1L, Long::sum);
    }
    return new Replayed(events, counts);
  }
}
