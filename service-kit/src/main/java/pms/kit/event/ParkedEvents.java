package pms.kit.event;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import pms.contracts.PmsEvent;
import pms.contracts.Topics;

/**
 * The dead-letter topic as a list: what lies between the offset up to which it was re-driven and its end. Re-driving
 * hands records to this service's own handlers and not back to their topic, where they would overwrite newer snapshots.
 */
@ApplicationScoped
class ParkedEvents {

  private static final Logger LOG = Logger.getLogger(ParkedEvents.class);

  /** One partition, so that the order in which events were parked is the order in which they come back. */
  static final int PARTITION = 0;

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final EventConfig config;
  private final Parking parking;
  private final List<EventHandler<?>> handlers;

  ParkedEvents(EventConfig config, Parking parking, @All List<EventHandler<?>> handlers) {
    this.config = config;
    this.parking = parking;
    this.handlers = handlers;
  }

  boolean possible() {
    return !handlers.isEmpty();
  }

  long count() {
    try (KafkaConsumer<String, byte[]> consumer = open()) {
      return consumer.endOffsets(Set.of(partition()), PATIENCE).get(partition()) - consumer.position(partition());
    }
  }

  List<ParkedEvent> list(int limit) {
    try (KafkaConsumer<String, byte[]> consumer = open()) {
      return waiting(consumer, limit).stream().map(ParkedEvent::of).toList();
    }
  }

  /** Tries up to so many again; one that fails goes to the end of the line with its new reason. */
  synchronized Redrive redrive(int limit) throws InterruptedException {
    int handled = 0;
    int failed = 0;
    try (KafkaConsumer<String, byte[]> consumer = open()) {
      for (ConsumerRecord<String, byte[]> message : waiting(consumer, limit)) {
        if (handled(message)) {
          handled++;
        } else {
          failed++;
        }
        consumer.commitSync(Map.of(partition(), new OffsetAndMetadata(message.offset() + 1)));
      }
    }
    return new Redrive(handled, failed);
  }

  /** How a re-drive ended; what failed is parked again. */
  record Redrive(int handled, int failed) {}

  private boolean handled(ConsumerRecord<String, byte[]> message) throws InterruptedException {
    String topic = Records.header(message.headers(), ParkedEvent.TOPIC);
    Optional<EventHandler<?>> handler = handlers.stream().filter(h -> h.topic().name().equals(topic)).findFirst();
    if (handler.isEmpty()) {
      LOG.warnf("dropped a parked record of topic %s, which this service does not consume", topic);
      return false;
    }
    return handled(message, handler.get());
  }

  private <E extends PmsEvent> boolean handled(ConsumerRecord<String, byte[]> message, EventHandler<E> handler)
      throws InterruptedException {
    try {
      Optional<Delivery<E>> delivery = Records.read(message, handler.topic());
      if (delivery.isPresent()) {
        handler.on(delivery.get());
      }
      return true;
    } catch (InterruptedException stopping) {
      throw stopping;
    } catch (Exception failure) {
      parking.park(message, handler.topic(), failure);
      return false;
    }
  }

  private List<ConsumerRecord<String, byte[]>> waiting(KafkaConsumer<String, byte[]> consumer, int limit) {
    long end = consumer.endOffsets(Set.of(partition()), PATIENCE).get(partition());
    List<ConsumerRecord<String, byte[]>> waiting = new ArrayList<>();
    while (waiting.size() < limit && consumer.position(partition()) < end) {
      for (ConsumerRecord<String, byte[]> message : consumer.poll(PATIENCE)) {
        if (waiting.size() < limit && message.offset() < end) {
          waiting.add(message);
        }
      }
    }
    return waiting;
  }

  private TopicPartition partition() {
    return new TopicPartition(config.topic(Topics.parked(config.service())), PARTITION);
  }

  private KafkaConsumer<String, byte[]> open() {
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka(),
                ConsumerConfig.GROUP_ID_CONFIG, config.topic(config.service() + "-redrive"),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "5000"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(List.of(partition()));
    return consumer;
  }
}
