package pms.metadata.image;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import pms.contracts.Topic;
import pms.contracts.Topics;
import pms.contracts.UploadEvent;
import pms.kit.event.Deliveries;
import pms.kit.event.Delivery;
import pms.kit.event.EventHandler;
import pms.kit.event.Inbox;
import pms.metadata.extract.Extracted;
import pms.metadata.original.ExtractionConfig;
import pms.metadata.original.Originals;

/** A new image, or a new file of one: it is listed at once, then the file is read, several at a time. */
@ApplicationScoped
class ImageUploadedConsumer implements EventHandler<UploadEvent> {

  private static final Logger LOG = Logger.getLogger(ImageUploadedConsumer.class);

  private final Deliveries deliveries;
  private final Inbox inbox;
  private final Originals originals;
  private final ImageFolds folds;
  private final ExtractionConfig config;

  /** Attempts of this process, which is alive, are no attempts that ended it. */
  private final Set<UUID> counted = ConcurrentHashMap.newKeySet();

  ImageUploadedConsumer(
      Deliveries deliveries, Inbox inbox, Originals originals, ImageFolds folds, ExtractionConfig config) {
    this.deliveries = deliveries;
    this.inbox = inbox;
    this.originals = originals;
    this.folds = folds;
    this.config = config;
  }

  @Incoming("image-uploaded")
  @Blocking(value = "extraction", ordered = false)
  public void receive(ConsumerRecord<String, byte[]> message) throws InterruptedException {
    deliveries.deliver(message, this);
  }

  @Override
  public Topic<UploadEvent> topic() {
    return Topics.IMAGE_UPLOADED;
  }

  @Override
  public void on(Delivery<UploadEvent> delivery) {
    UploadEvent uploaded = delivery.event();
    if (inbox.isDone(delivery.id()) || !folds.arrive(uploaded)) {
      return;
    }
    Extracted found =
        mayTry(delivery.id())
            ? originals.read(uploaded.file())
            : Extracted.nothing("Reading the metadata failed too often.");
    folds.extracted(delivery.id(), new ImageKey(uploaded.owner(), uploaded.imageId()), uploaded.revision(), found);
    counted.remove(delivery.id());
    LOG.infof("read the metadata of %s, %d warnings", uploaded.imageId(), found.facts().warnings().size());
  }

  private boolean mayTry(UUID eventId) {
    return !counted.add(eventId) || inbox.attempt(eventId) <= config.attempts();
  }
}
