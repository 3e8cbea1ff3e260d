package pms.kit.event;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;
import pms.contracts.Topic;
import pms.contracts.Topics;

/** Sets records aside on the service's dead-letter topic, unchanged but for two headers, so that others flow on. */
@ApplicationScoped
class Parking {

  private static final Logger LOG = Logger.getLogger(Parking.class);
  private static final Set<String> OWN_HEADERS = Set.of(ParkedEvent.TOPIC, ParkedEvent.REASON);

  private final EventConfig config;
  private final Producer producer;
  private final MeterRegistry meters;

  Parking(EventConfig config, Producer producer, MeterRegistry meters) {
    this.config = config;
    this.producer = producer;
    this.meters = meters;
  }

  /** Returns once Kafka has the record: until then its offset must not be committed. */
  void park(ConsumerRecord<String, byte[]> message, Topic<?> topic, Exception reason) throws InterruptedException {
    LOG.errorf(reason, "parked %s from %s: %s", message.key(), message.topic(), reason.getMessage());
    meters.counter("pms.events.parked", "topic", topic.name()).increment();
    while (!sent(parked(message, topic.name(), reason))) {
      TimeUnit.MILLISECONDS.sleep(config.longestPause().toMillis());
    }
  }

  private boolean sent(ProducerRecord<String, byte[]> parked) throws InterruptedException {
    try {
      producer.send(parked).get(20, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      LOG.warnf("cannot park %s yet: %s", parked.key(), e);
      return false;
    }
  }

  private ProducerRecord<String, byte[]> parked(
      ConsumerRecord<String, byte[]> message, String topic, Exception reason) {
    ProducerRecord<String, byte[]> parked =
        new ProducerRecord<>(
            config.topic(Topics.parked(config.service())), ParkedEvents.PARTITION, message.key(), message.value());
    for (Header header : message.headers()) {
      if (!OWN_HEADERS.contains(header.key())) {
        parked.headers().add(header);
      }
    }
    parked.headers().add(ParkedEvent.TOPIC, topic.getBytes(StandardCharsets.UTF_8));
    parked.headers().add(ParkedEvent.REASON, String.valueOf(reason).getBytes(StandardCharsets.UTF_8));
    return parked;
  }
}
