package pms.e2e.bench.library;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import pms.contracts.CloudEventHeaders;
import pms.contracts.EventJson;
import pms.contracts.PmsEvent;
import pms.contracts.Topic;
import pms.contracts.Topics;
import pms.platform.namespace.Namespace;

/** Tells of pictures what the services tell when one is uploaded, in the form and the order in which they do. */
public final class EventFeed implements AutoCloseable {
  private static final int PROGRESS = 1_000;

  private final Namespace names;
  private final KafkaProducer<String, byte[]> kafka;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  public EventFeed(String bootstrap, Namespace names) {
    this.names = names;
    Map<String, Object> settings = Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
        ProducerConfig.ACKS_CONFIG, "all",
        ProducerConfig.LINGER_MS_CONFIG, "20",
        ProducerConfig.BATCH_SIZE_CONFIG, String.valueOf(128 << 10));
    this.kafka = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  /** Returns when every event is in the log. */
  public void tell(World world, IntConsumer progress) {
    world.albums().forEach(album -> send(Topics.ALBUM_CHANGED, album));
    int[] told = {0};
    world.libraries().forEach(library -> {
      for (Iterator<Picture> pictures = world.picturesOf(library); pictures.hasNext(); ) {
        tell(pictures.next());
        if (++told[0] % PROGRESS == 0) progress.accept(told[0]);
      }
    });
    kafka.flush();
    check();
  }

  private void tell(Picture picture) {
    send(Topics.IMAGE_UPLOADED, picture.uploaded());
    send(Topics.METADATA_EXTRACTED, picture.extracted());
    send(Topics.THUMBNAIL_READY, picture.rendered());
    if (picture.isShared()) send(Topics.ACCESS_CHANGED, picture.shared());
  }

  private void send(Topic<?> topic, PmsEvent event) {
    check();
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(names.topic(topic.name()), event.key(), EventJson.write(event));
    Headers headers = message.headers();
    header(headers, CloudEventHeaders.SPEC_VERSION, "1.0");
    header(headers, CloudEventHeaders.ID, UUID.randomUUID().toString());
    header(headers, CloudEventHeaders.TYPE, Topic.typeOf(event.getClass()));
    header(headers, CloudEventHeaders.SOURCE, "/pms/bench");
    header(headers, CloudEventHeaders.TIME, Instant.now().toString());
    header(headers, CloudEventHeaders.SUBJECT, event.key());
    header(headers, CloudEventHeaders.CONTENT_TYPE, "application/json");
    kafka.send(message, (sent, refused) -> {
      if (refused != null) failure.compareAndSet(null, refused);
    });
  }

  private void check() {
    Exception refused = failure.get();
    if (refused != null) throw new IllegalStateException("Kafka refuses events", refused);
  }

  private static void header(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    kafka.close();
  }
}
