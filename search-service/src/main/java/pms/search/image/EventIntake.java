package pms.search.image;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import pms.contracts.PmsEvent;
import pms.contracts.Topic;
import pms.kit.event.Deliveries;
import pms.kit.event.Delivery;
import pms.kit.event.EventConfig;
import pms.search.index.SearchIndexes;

/**
 * Takes a batch of records to its end: when a method here returns, every event is in the index or parked, and the offsets
 * may be committed. While Elasticsearch is away it waits and tries again for as long as it takes, and nothing is
 * parked for that.
 */
@ApplicationScoped
class EventIntake {

  private static final Logger LOG = Logger.getLogger(EventIntake.class);

  private static final int FAR_BEHIND = 2;

  private record Arrival(ConsumerRecord<String, byte[]> message, Topic<? extends PmsEvent> topic, PmsEvent event) {}

  private final Deliveries deliveries;
  private final SearchIndexes indexes;
  private final EventWriter writer;
  private final Pace pace;
  private final ReadAhead ahead;
  private final EventConfig config;
  private final MeterRegistry meters;
  private final Map<String, Topic<? extends PmsEvent>> topics;
  /** Large batches without a smaller one in between. */
  private int large;

  EventIntake(
      Deliveries deliveries,
      SearchIndexes indexes,
      EventWriter writer,
      Pace pace,
      ReadAhead ahead,
      EventConfig config,
      MeterRegistry meters) {
    this.deliveries = deliveries;
    this.indexes = indexes;
    this.writer = writer;
    this.pace = pace;
    this.ahead = ahead;
    this.config = config;
    this.meters = meters;
    this.topics = FoldedTopics.byName(config::topic);
  }

  void take(ConsumerRecords<String, byte[]> batch) throws InterruptedException {
    List<ConsumerRecord<String, byte[]>> messages = ahead.unsettled(batch);
    large = messages.size() >= Pace.MANY ? large + 1 : 0;
    if (large >= FAR_BEHIND) {
      large = 0;
      readAhead();
      messages = ahead.unsettled(batch);
    }
    read(messages).write();
  }

  private void readAhead() throws InterruptedException {
    try {
      ahead.read(batch -> read(batch)::write);
    } catch (IOException | RuntimeException e) {
      LOG.warnf("events come one topic after the other, since they cannot be read ahead: %s", e);
    }
  }

  /** Records of a batch that were read, and are to be written; of one batch while the next is read. */
  private final class Batch {
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();

    void add(ConsumerRecord<String, byte[]> message) throws InterruptedException {
      spans.add(deliveries.span(message));
      read(message).ifPresent(arrivals::add);
    }

    void write() throws InterruptedException {
      try {
        park(arrivals, settle(arrivals.stream().map(Arrival::event).toList()));
        pace.after();
        arrivals.forEach(arrival -> meters.counter("pms.search.folded", "topic", arrival.topic().name()).increment());
      } finally {
        spans.forEach(Span::end);
      }
    }
  }

  private Batch read(List<ConsumerRecord<String, byte[]>> messages) throws InterruptedException {
    Batch batch = new Batch();
    for (ConsumerRecord<String, byte[]> message : messages) {
      batch.add(message);
    }
    return batch;
  }

  /** One event, once: for those that were parked and are tried again. */
  void takeAgain(PmsEvent event) throws Exception {
    Map<String, String> refused = writer.write(indexes.current(), List.of(event));
    if (!refused.isEmpty()) {
      throw new IllegalArgumentException("cannot be indexed: " + refused.values());
    }
  }

  private Optional<Arrival> read(ConsumerRecord<String, byte[]> message) throws InterruptedException {
    Topic<? extends PmsEvent> topic = topics.get(message.topic());
    Optional<? extends Delivery<? extends PmsEvent>> delivery = deliveries.read(message, topic);
    return delivery.map(read -> new Arrival(message, topic, read.event()));
  }

  private Map<String, String> settle(List<PmsEvent> events) throws InterruptedException {
    for (Duration pause = config.firstPause(); ; pause = longer(pause)) {
      try {
        pace.before(events.size());
        return events.isEmpty() ? Map.of() : writer.write(indexes.current(), events);
      } catch (Exception failure) {
        if (Thread.interrupted()) {
          throw new InterruptedException("stopping while indexing");
        }
        LOG.warnf("%d events cannot be indexed yet, again in %s: %s", events.size(), pause, failure);
        meters.counter("pms.search.retried").increment();
      }
      Thread.sleep(pause);
    }
  }

  private void park(List<Arrival> arrivals, Map<String, String> refused) throws InterruptedException {
    for (Arrival arrival : arrivals) {
      String reason = refused.get(DocumentId.of(arrival.event()));
      if (reason != null) {
        Exception cause = new IllegalArgumentException("cannot be indexed: " + reason);
        deliveries.park(arrival.message(), arrival.topic(), cause);
      }
    }
  }

  private Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(config.longestPause()) > 0 ? config.longestPause() : twice;
  }
}
