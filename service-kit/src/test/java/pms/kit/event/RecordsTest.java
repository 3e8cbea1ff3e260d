package pms.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pms.contracts.CloudEventHeaders;
import pms.contracts.EventJson;
import pms.contracts.ImageTrashed;
import pms.contracts.LifecycleEvent;
import pms.contracts.Topics;

class RecordsTest {

  private static final UUID IMAGE = UUID.fromString("0190a000-0000-7000-8000-000000000001");
  private static final UUID EVENT = UUID.fromString("0190a000-0000-7000-8000-0000000000e1");
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
  private static final ImageTrashed TRASHED = new ImageTrashed(IMAGE, "alice", 2, AT);

  private ConsumerRecord<String, byte[]> message;

  @BeforeEach
  void a_sound_record() {
    message = message(IMAGE.toString(), EventJson.write(TRASHED));
  }

  @Test
  void a_sound_record_is_read_as_its_event() throws PoisonEvent {
    assertThat(read()).contains(new Delivery<>(EVENT, TRASHED, AT));
  }

  @Test
  void an_unknown_type_of_a_newer_writer_is_skipped() throws PoisonEvent {
    set(CloudEventHeaders.TYPE, "pms.ImageForgotten");
    assertThat(read()).isEmpty();
  }

  @Test
  void a_type_of_another_topic_is_poison() {
    set(CloudEventHeaders.TYPE, "pms.ImageUploaded");
    assertThatThrownBy(this::read).isInstanceOf(PoisonEvent.class).hasMessageContaining("does not belong");
  }

  @ParameterizedTest
  @ValueSource(strings = {CloudEventHeaders.TYPE, CloudEventHeaders.ID, CloudEventHeaders.TIME})
  void a_missing_header_is_poison(String header) {
    message.headers().remove(header);
    assertThatThrownBy(this::read).isInstanceOf(PoisonEvent.class).hasMessageContaining(header);
  }

  @ParameterizedTest
  @ValueSource(strings = {CloudEventHeaders.ID, CloudEventHeaders.TIME})
  void a_garbled_header_is_poison(String header) {
    set(header, "nonsense");
    assertThatThrownBy(this::read).isInstanceOf(PoisonEvent.class).hasMessageContaining(header);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "7", "{", "not json", "{\"imageId\":\"x\"}", "{}"})
  void a_value_that_is_not_the_event_is_poison(String value) {
    message = message(IMAGE.toString(), value.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(this::read).isInstanceOf(PoisonEvent.class);
  }

  @Test
  void a_tombstone_is_skipped() throws PoisonEvent {
    message = message(IMAGE.toString(), null);
    assertThat(read()).isEmpty();
  }

  @Test
  void an_event_without_owner_is_poison() {
    message = message(IMAGE.toString(), EventJson.write(new ImageTrashed(IMAGE, " ", 2, AT)));
    assertThatThrownBy(this::read).isInstanceOf(PoisonEvent.class).hasMessageContaining("owner");
  }

  @Test
  void a_record_under_a_foreign_key_is_poison() {
    message = message("0190a000-0000-7000-8000-000000000002", EventJson.write(TRASHED));
    assertThatThrownBy(this::read).isInstanceOf(PoisonEvent.class).hasMessageContaining("key");
  }

  private Optional<Delivery<LifecycleEvent>> read() throws PoisonEvent {
    return Records.read(message, Topics.IMAGE_DELETED);
  }

  private void set(String header, String value) {
    message.headers().remove(header);
    message.headers().add(header, value.getBytes(StandardCharsets.UTF_8));
  }

  private static ConsumerRecord<String, byte[]> message(String key, byte[] value) {
    ConsumerRecord<String, byte[]> message = new ConsumerRecord<>("image-deleted", 0, 0, key, value);
    message.headers().add(CloudEventHeaders.ID, EVENT.toString().getBytes(StandardCharsets.UTF_8));
    message.headers().add(CloudEventHeaders.TYPE, "pms.ImageTrashed".getBytes(StandardCharsets.UTF_8));
    message.headers().add(CloudEventHeaders.TIME, AT.toString().getBytes(StandardCharsets.UTF_8));
    return message;
  }
}
