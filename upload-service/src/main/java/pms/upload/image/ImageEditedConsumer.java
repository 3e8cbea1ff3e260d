package pms.upload.image;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pms.contracts.Topic;
import pms.contracts.Topics;
import pms.contracts.VersionEvent;
import pms.kit.event.Deliveries;
import pms.kit.event.Delivery;
import pms.kit.event.EventHandler;

/**
 * A revert may bring an earlier original back: what counts as the file of the picture follows. And who replaces the original on
 * condition of a version is held to the newest that was told. Version numbers refuse what is
 * old, so the inbox is not asked.
 */
@ApplicationScoped
class ImageEditedConsumer implements EventHandler<VersionEvent> {

  private final Deliveries deliveries;
  private final ReplacedOriginals originals;

  ImageEditedConsumer(Deliveries deliveries, ReplacedOriginals originals) {
    this.deliveries = deliveries;
    this.originals = originals;
  }

  @Incoming("image-edited")
  @Blocking
  public void receive(ConsumerRecord<String, byte[]> message) throws InterruptedException {
    deliveries.deliver(message, this);
  }

  @Override
  public Topic<VersionEvent> topic() {
    return Topics.IMAGE_EDITED;
  }

  @Override
  public void on(Delivery<VersionEvent> delivery) {
    originals.follow(delivery.event());
  }
}
