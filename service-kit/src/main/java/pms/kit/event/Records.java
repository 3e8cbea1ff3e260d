package pms.kit.event;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import pms.contracts.CloudEventHeaders;
import pms.contracts.EventJson;
import pms.contracts.PmsEvent;
import pms.contracts.Topic;
import pms.contracts.Topics;

/** Reads Kafka records as events and refuses what does not belong where it stands. */
final class Records {

  /** Empty for a type of a newer writer and for a tombstone, which are skipped. */
  static <E extends PmsEvent> Optional<Delivery<E>> read(ConsumerRecord<String, byte[]> message, Topic<E> topic)
      throws PoisonEvent {
    if (message.value() == null) {
      return Optional.empty();
    }
    String type = required(message.headers(), CloudEventHeaders.TYPE);
    Optional<Class<? extends E>> known = topic.eventClass(type);
    if (known.isEmpty()) {
      refuseStranger(type, topic);
      return Optional.empty();
    }
    E event = payload(message, known.get());
    if (event.owner() == null || event.owner().isBlank()) {
      throw new PoisonEvent("event without owner");
    }
    if (!event.key().equals(message.key())) {
      throw new PoisonEvent("record key is not the event's key");
    }
    return Optional.of(new Delivery<>(id(message), event, time(message)));
  }

  static String header(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static void refuseStranger(String type, Topic<?> topic) throws PoisonEvent {
    if (Topics.ALL.stream().anyMatch(other -> other.types().containsKey(type))) {
      throw new PoisonEvent(type + " does not belong to topic " + topic.name());
    }
  }

  private static <E extends PmsEvent> E payload(ConsumerRecord<String, byte[]> message, Class<E> type)
      throws PoisonEvent {
    try {
      E event = EventJson.read(message.value(), type);
      if (event == null) {
        throw new PoisonEvent("value is null");
      }
      event.key();
      return event;
    } catch (IOException | RuntimeException e) {
      throw new PoisonEvent("value is not a " + type.getSimpleName(), e);
    }
  }

  private static UUID id(ConsumerRecord<String, byte[]> message) throws PoisonEvent {
    String id = required(message.headers(), CloudEventHeaders.ID);
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new PoisonEvent(CloudEventHeaders.ID + " is not a UUID", e);
    }
  }

  private static Instant time(ConsumerRecord<String, byte[]> message) throws PoisonEvent {
    try {
      return Instant.parse(required(message.headers(), CloudEventHeaders.TIME));
    } catch (DateTimeParseException e) {
      throw new PoisonEvent(CloudEventHeaders.TIME + " is not a time", e);
    }
  }

  private static String required(Headers headers, String name) throws PoisonEvent {
    String value = header(headers, name);
    if (value == null) {
      throw new PoisonEvent("header " + name + " is missing");
    }
    return value;
  }

  private Records() {}
}
