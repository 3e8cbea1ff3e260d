package pms.sharing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import pms.contracts.EventJson;
import pms.contracts.PmsEvent;
import pms.contracts.Topic;

/** What stands on a topic. */
final class Heard {

  /** All with this key by now, oldest first. */
  static <E extends PmsEvent> List<E> on(Topic<E> topic, UUID key) {
    List<E> events = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer = open(topic)) {
      while (consumer.assignment().stream().anyMatch(partition -> consumer.currentLag(partition).orElse(1) > 0)) {
        for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(200))) {
          if (message.key().equals(key.toString())) {
            events.add(event(topic, message));
          }
        }
      }
    }
    return events;
  }

  private static KafkaConsumer<String, byte[]> open(Topic<?> family) {
    String topic = value("pms.events.topic-prefix") + family.name();
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", value("pms.events.kafka"), "auto.offset.reset", "earliest", "enable.auto.commit", "false"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(
        consumer.partitionsFor(topic).stream().map(info -> new TopicPartition(topic, info.partition())).toList());
    consumer.seekToBeginning(consumer.assignment());
    return consumer;
  }

  private static <E extends PmsEvent> E event(Topic<E> topic, ConsumerRecord<String, byte[]> message) {
    String type = new String(message.headers().lastHeader("ce_type").value());
    try {
      return EventJson.read(message.value(), topic.eventClass(type).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String value(String name) {
    return ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse("");
  }

  private Heard() {}
}
