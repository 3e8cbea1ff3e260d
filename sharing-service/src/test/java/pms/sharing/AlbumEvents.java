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
import pms.contracts.AlbumEvent;
import pms.contracts.EventJson;
import pms.contracts.Topics;

/** What others hear of an album. */
final class AlbumEvents {

  /** All that stands on the topic by now, oldest first. */
  static List<AlbumEvent> of(UUID album) {
    List<AlbumEvent> events = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer = open()) {
      while (consumer.assignment().stream().anyMatch(partition -> consumer.currentLag(partition).orElse(1) > 0)) {
        for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(200))) {
          if (message.key().equals(album.toString())) {
            events.add(event(message));
          }
        }
      }
    }
    return events;
  }

  private static KafkaConsumer<String, byte[]> open() {
    String topic = value("pms.events.topic-prefix") + Topics.ALBUM_CHANGED.name();
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

  private static AlbumEvent event(ConsumerRecord<String, byte[]> message) {
    String type = new String(message.headers().lastHeader("ce_type").value());
    try {
      return EventJson.read(message.value(), Topics.ALBUM_CHANGED.eventClass(type).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String value(String name) {
    return ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse("");
  }

  private AlbumEvents() {}
}
