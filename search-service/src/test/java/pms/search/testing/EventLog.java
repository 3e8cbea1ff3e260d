package pms.search.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import pms.contracts.CloudEventHeaders;
import pms.contracts.EventJson;
import pms.contracts.PmsEvent;
import pms.contracts.Topic;
import pms.contracts.Topics;
import pms.platform.test.PmsPlatform;

/** Writes to the topics as the other services' relays do. */
public final class EventLog implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer =
      new KafkaProducer<>(
          Map.of(
              ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, PmsPlatform.endpoints().kafka(),
              ProducerConfig.LINGER_MS_CONFIG, "2"),
          new StringSerializer(),
          new ByteArraySerializer());

  public void tell(PmsEvent... events) {
    for (PmsEvent event : events) {
      producer.send(message(event));
    }
    producer.flush();
  }

  public void tell(List<? extends PmsEvent> events) {
    events.forEach(event -> producer.send(message(event)));
    producer.flush();
  }

  public void tellGarbage(Topic<?> topic, String key, String type, String value) {
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(PmsPlatform.names().topic(topic.name()), key, value.getBytes(StandardCharsets.UTF_8));
    producer.send(withHeaders(message, type));
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }

  private static ProducerRecord<String, byte[]> message(PmsEvent event) {
    Topic<?> topic = Topics.ALL.stream().filter(t -> t.family().isInstance(event)).findFirst().orElseThrow();
    String name = PmsPlatform.names().topic(topic.name());
    return withHeaders(
        new ProducerRecord<>(name, event.key(), EventJson.write(event)), Topic.typeOf(event.getClass()));
  }

  private static ProducerRecord<String, byte[]> withHeaders(ProducerRecord<String, byte[]> message, String type) {
    header(message, CloudEventHeaders.SPEC_VERSION, "1.0");
    header(message, CloudEventHeaders.ID, UUID.randomUUID().toString());
    header(message, CloudEventHeaders.TYPE, type);
    header(message, CloudEventHeaders.SOURCE, "/pms/test");
    header(message, CloudEventHeaders.TIME, Instant.now().toString());
    header(message, CloudEventHeaders.SUBJECT, message.key());
    return message;
  }

  private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
    message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
