package pms.metadata.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import pms.contracts.CloudEventHeaders;
import pms.contracts.EventJson;
import pms.contracts.MetadataEvent;
import pms.contracts.PmsEvent;
import pms.contracts.Topic;
import pms.contracts.Topics;
import pms.platform.test.PmsPlatform;

/** The other services' side of Kafka: writes any event, reads what this service announced. */
final class Announcer {

  static <E extends PmsEvent> void send(Topic<E> topic, E event) {
    send(topic, event, UUID.randomUUID());
  }

  static <E extends PmsEvent> void send(Topic<E> topic, E event, UUID eventId) {
    sendRaw(topic.name(), event.key(), EventJson.write(event), Topic.typeOf(event.getClass()), eventId);
  }

  static void sendRaw(String topic, String key, byte[] value, String type, UUID eventId) {
    ProducerRecord<String, byte[]> message = new ProducerRecord<>(PmsPlatform.names().topic(topic), key, value);
    Map.of(
            CloudEventHeaders.ID, eventId.toString(),
            CloudEventHeaders.TYPE, type,
            CloudEventHeaders.TIME, Instant.now().toString())
        .forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(Map.of("bootstrap.servers", PmsPlatform.endpoints().kafka()), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(message).get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The metadata events of an image so far, in their order. */
  static List<MetadataEvent> metadataOf(UUID image) {
    return recordsOf(Topics.METADATA_EXTRACTED.name()).stream().filter(r -> image.toString().equals(r.key())).map(Announcer::read).toList();
  }

  static List<ConsumerRecord<String, byte[]>> recordsOf(String topic) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(Map.of("bootstrap.servers", PmsPlatform.endpoints().kafka()), new StringDeserializer(), new ByteArrayDeserializer())) {
      String name = PmsPlatform.names().topic(topic);
      Set<TopicPartition> partitions =
          consumer.partitionsFor(name).stream().map(p -> new TopicPartition(name, p.partition())).collect(Collectors.toSet());
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }

  private static MetadataEvent read(ConsumerRecord<String, byte[]> message) {
    String type = new String(message.headers().lastHeader(CloudEventHeaders.TYPE).value(), StandardCharsets.UTF_8);
    try {
      return EventJson.read(message.value(), Topics.METADATA_EXTRACTED.eventClass(type).orElseThrow());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Announcer() {}
}
