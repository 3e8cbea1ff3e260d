package pms.processing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
import pms.contracts.PmsEvent;
import pms.contracts.ThumbnailEvent;
import pms.contracts.Topic;
import pms.contracts.Topics;
import pms.contracts.VersionEvent;

/** The other services, as seen on Kafka. */
public final class Wire implements AutoCloseable {

  private final String prefix;
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

  public Wire(String kafka, String prefix) {
    this.prefix = prefix;
    this.producer = new KafkaProducer<>(Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer());
    this.consumer =
        new KafkaConsumer<>(Map.of("bootstrap.servers", kafka), new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        Stream.<Topic<?>>of(Topics.THUMBNAIL_READY, Topics.IMAGE_EDITED)
            .flatMap(topic -> consumer.partitionsFor(prefix + topic.name()).stream())
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  public <E extends PmsEvent> void send(Topic<E> topic, UUID id, E event) {
    ProducerRecord<String, byte[]> message = new ProducerRecord<>(prefix + topic.name(), event.key(), EventJson.write(event));
    header(message, CloudEventHeaders.ID, id.toString());
    header(message, CloudEventHeaders.TYPE, Topic.typeOf(event.getClass()));
    header(message, CloudEventHeaders.TIME, Instant.now().toString());
    producer.send(message);
    producer.flush();
  }

  /** What has been told of this image's thumbnails so far. */
  public List<ThumbnailEvent> told(UUID image) {
    return told(image, Topics.THUMBNAIL_READY);
  }

  /** What has been told of this image's versions so far. */
  public List<VersionEvent> edited(UUID image) {
    return told(image, Topics.IMAGE_EDITED);
  }

  /** Whether the log has been asked to forget what it holds of this image. */
  public boolean forgotten(UUID image, Topic<?> topic) {
    consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
    return seen.stream().anyMatch(message ->
        message.key().equals(image.toString()) && message.topic().equals(prefix + topic.name()) && message.value() == null);
  }

  private <E extends PmsEvent> List<E> told(UUID image, Topic<E> topic) {
    consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
    return seen.stream()
        .filter(message -> message.key().equals(image.toString()) && message.topic().equals(prefix + topic.name()))
        .filter(message -> message.value() != null)
        .map(message -> event(message, topic))
        .toList();
  }

  private static <E extends PmsEvent> E event(ConsumerRecord<String, byte[]> message, Topic<E> topic) {
    String type = new String(message.headers().lastHeader(CloudEventHeaders.TYPE).value(), StandardCharsets.UTF_8);
    try {
      return EventJson.read(message.value(), topic.eventClass(type).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
    message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
  }
}
