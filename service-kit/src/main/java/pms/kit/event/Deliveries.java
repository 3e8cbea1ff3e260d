package pms.kit.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import pms.contracts.CloudEventHeaders;
import pms.contracts.PmsEvent;
import pms.contracts.Topic;

/**
 * Brings records to handlers so that every service treats the bad ones alike: an unknown type of a newer writer is
 * skipped and counted, a tombstone is skipped, poison is parked at once, a broken world is retried with back-off and parked after {@link
 * EventConfig#parkAfter}. When a method here returns, the record is settled and its offset may be committed.
 */
@ApplicationScoped
public class Deliveries {

  private static final Logger LOG = Logger.getLogger(Deliveries.class);

  private final EventConfig config;
  private final Parking parking;
  private final Tracing tracing;
  private final MeterRegistry meters;

  Deliveries(EventConfig config, Parking parking, Tracing tracing, MeterRegistry meters) {
    this.config = config;
    this.parking = parking;
    this.tracing = tracing;
    this.meters = meters;
  }

  /** Handles one record to its end; blocks while it is retried. */
  public <E extends PmsEvent> void deliver(ConsumerRecord<String, byte[]> message, EventHandler<E> handler)
      throws InterruptedException {
    Optional<Delivery<E>> delivery = read(message, handler.topic());
    if (delivery.isEmpty()) {
      return;
    }
    Span span = tracing.consume(message);
    try (Scope scope = span.makeCurrent()) {
      retry(message, handler, delivery.get());
    } finally {
      span.end();
    }
  }

  /** For consumers of whole batches: the event, or empty when the record was skipped or parked. */
  public <E extends PmsEvent> Optional<Delivery<E>> read(ConsumerRecord<String, byte[]> message, Topic<E> topic)
      throws InterruptedException {
    try {
      Optional<Delivery<E>> delivery = Records.read(message, topic);
      if (delivery.isEmpty() && message.value() != null) {
        String type = Records.header(message.headers(), CloudEventHeaders.TYPE);
        LOG.infof("skipped an event of unknown type %s on %s", type, message.topic());
        meters.counter("pms.events.unknown", "topic", topic.name()).increment();
      }
      return delivery;
    } catch (PoisonEvent poison) {
      parking.park(message, topic, poison);
      return Optional.empty();
    }
  }

  /** For replays of the log: the event, or empty for an unknown type or poison, which was parked when it first came. */
  public <E extends PmsEvent> Optional<Delivery<E>> peek(ConsumerRecord<String, byte[]> message, Topic<E> topic) {
    try {
      return Records.read(message, topic);
    } catch (PoisonEvent poison) {
      LOG.debugf("poison on %s again: %s", message.topic(), poison.getMessage());
      return Optional.empty();
    }
  }

  /** For consumers of whole batches: sets aside a record that reads well and yet can never be handled. */
  public void park(ConsumerRecord<String, byte[]> message, Topic<?> topic, Exception reason)
      throws InterruptedException {
    parking.park(message, topic, reason);
  }

  /** For consumers of whole batches: a span for one record's share, child of the one that wrote it; the caller ends it. */
  public Span span(ConsumerRecord<String, byte[]> message) {
    return tracing.consume(message);
  }

  private <E extends PmsEvent> void retry(
      ConsumerRecord<String, byte[]> message, EventHandler<E> handler, Delivery<E> delivery)
      throws InterruptedException {
    long giveUp = System.nanoTime() + config.parkAfter().toNanos();
    for (Duration pause = config.firstPause(); ; pause = longer(pause)) {
      try {
        handler.on(delivery);
        return;
      } catch (InterruptedException stopping) {
        throw stopping;
      } catch (Exception failure) {
        if (Thread.interrupted()) {
          throw new InterruptedException("stopping while handling " + delivery.id());
        }
        if (System.nanoTime() > giveUp) {
          parking.park(message, handler.topic(), failure);
          return;
        }
        LOG.warnf("%s %s failed, again in %s: %s", handler.topic().name(), delivery.event().key(), pause, failure);
        meters.counter("pms.events.retried", "topic", handler.topic().name()).increment();
      }
      Thread.sleep(pause);
    }
  }

  private Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(config.longestPause()) > 0 ? config.longestPause() : twice;
  }
}
