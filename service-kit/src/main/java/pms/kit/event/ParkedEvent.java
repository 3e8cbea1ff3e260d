package pms.kit.event;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import pms.contracts.CloudEventHeaders;

/**
 * An event that was set aside because it could not be handled.
 *
 * @param topic where it came from
 * @param reason why it was parked
 */
public record ParkedEvent(String topic, String key, String type, String eventId, String reason, Instant parkedAt) {

  static final String TOPIC = "pms_parked_topic";
  static final String REASON = "pms_parked_reason";

  static ParkedEvent of(ConsumerRecord<String, byte[]> message) {
    return new ParkedEvent(
        Records.header(message.headers(), TOPIC),
        message.key(),
        Records.header(message.headers(), CloudEventHeaders.TYPE),
        Records.header(message.headers(), CloudEventHeaders.ID),
        Records.header(message.headers(), REASON),
        Instant.ofEpochMilli(message.timestamp()));
  }
}
