package pms.gateway.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import pms.contracts.CloudEventHeaders;
import pms.contracts.EventJson;
import pms.contracts.PmsEvent;
import pms.contracts.Topic;
import pms.contracts.Topics;
import pms.kit.event.EventConfig;

/**
 * Every gateway hears every event, in a consumer group of its own, from the time {@link Rewind} says; it stores nothing. What it
 * cannot read it leaves out: the services that store something park it.
 */
@ApplicationScoped
class ChangeConsumer {

  private static final Logger LOG = Logger.getLogger(ChangeConsumer.class);

  private final EventConfig events;
  private final LiveChanges live;
  private final Rewind rewind;
  private final MeterRegistry meters;

  ChangeConsumer(EventConfig events, LiveChanges live, @Identifier("changes") Rewind rewind, MeterRegistry meters) {
    this.events = events;
    this.live = live;
    this.rewind = rewind;
    this.meters = meters;
  }

  @Incoming("changes")
  void receive(ConsumerRecord<String, byte[]> message) {
    rewind.seen(message);
    try {
      event(message)
          .filter(event -> event.owner() != null)
          .map(event -> Change.of(event, Instant.ofEpochMilli(message.timestamp())))
          .ifPresent(live::tell);
    } catch (IOException | RuntimeException e) {
      LOG.warnf("left out an event of %s that cannot be read: %s", message.topic(), e);
      meters.counter("pms.gateway.events.unreadable").increment();
    }
  }

  private Optional<PmsEvent> event(ConsumerRecord<String, byte[]> message) throws IOException {
    Header type = message.headers().lastHeader(CloudEventHeaders.TYPE);
    Optional<? extends Topic<?>> topic =
        Topics.ALL.stream().filter(known -> events.topic(known.name()).equals(message.topic())).findFirst();
    if (topic.isEmpty() || type == null || message.value() == null) {
      return Optional.empty();
    }
    Optional<? extends Class<? extends PmsEvent>> kind =
        topic.get().eventClass(new String(type.value(), StandardCharsets.UTF_8));
    return kind.isEmpty() ? Optional.empty() : Optional.ofNullable(EventJson.read(message.value(), kind.get()));
  }
}
