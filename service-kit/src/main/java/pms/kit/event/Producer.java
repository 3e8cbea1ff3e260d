package pms.kit.event;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The one Kafka producer of a service: acknowledged by all replicas, idempotent, in order. */
@ApplicationScoped
class Producer {

  private final EventConfig config;
  private volatile KafkaProducer<String, byte[]> kafka;

  Producer(EventConfig config) {
    this.config = config;
  }

  Future<RecordMetadata> send(ProducerRecord<String, byte[]> message) {
    return kafka().send(message);
  }

  /** Made when first needed, so that a service starts, and takes pictures in, while Kafka is away. */
  private synchronized KafkaProducer<String, byte[]> kafka() {
    if (kafka == null) {
      kafka =
          new KafkaProducer<>(
              Map.of(
                  ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka(),
                  ProducerConfig.CLIENT_ID_CONFIG, config.service(),
                  ProducerConfig.ACKS_CONFIG, "all",
                  ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true",
                  ProducerConfig.MAX_BLOCK_MS_CONFIG, "5000",
                  ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000",
                  ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "15000",
                  ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "2000",
                  ProducerConfig.BUFFER_MEMORY_CONFIG, String.valueOf(8 << 20)),
              new StringSerializer(),
              new ByteArraySerializer());
    }
    return kafka;
  }

  @PreDestroy
  void close() {
    if (kafka != null) {
      kafka.close(Duration.ofSeconds(2));
    }
  }
}
