package pms.metadata.image;

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

/** An edit, a revert or another file made a new current version, which cannot be shown yet. */
@ApplicationScoped
class ImageEditedConsumer implements EventHandler<VersionEvent> {

  private final Deliveries deliveries;
  private final ImageFolds folds;

  ImageEditedConsumer(Deliveries deliveries, ImageFolds folds) {
    this.deliveries = deliveries;
    this.folds = folds;
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
    folds.fold(delivery.event());
  }
}
