package pms.upload.image;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import pms.contracts.CloudEventHeaders;
import pms.contracts.Topic;
import pms.platform.test.PmsPlatform;

/** What others hear: the records of a topic about one image. */
public final class Announced {

  public record Event(String type, String json) {}

  public static List<Event> on(Topic<?> topic, String imageId) {
    Map<String, Object> config =
        Map.of("bootstrap.servers", PmsPlatform.endpoints().kafka(), "auto.offset.reset", "earliest");
    try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(PmsPlatform.names().topic(topic.name())).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return read(consumer, partitions, imageId);
    }
  }

  private static List<Event> read(KafkaConsumer<String, String> consumer, List<TopicPartition> partitions, String key) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    List<Event> events = new ArrayList<>();
    while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
      for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofSeconds(1))) {
        if (message.key().equals(key)) {
          Header type = message.headers().lastHeader(CloudEventHeaders.TYPE);
          events.add(new Event(new String(type.value()), message.value()));
        }
      }
    }
    return events;
  }

  private Announced() {}
}
