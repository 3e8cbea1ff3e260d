package pms.sharing.view;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pms.contracts.LifecycleEvent;
import pms.contracts.Topic;
import pms.contracts.Topics;
import pms.kit.event.Deliveries;
import pms.kit.event.Delivery;
import pms.kit.event.EventHandler;

/**
 * Takes trashed pictures out of the guests' sight and forgets purged ones. Revisions refuse what is old, so the
 * inbox is not asked.
 */
@ApplicationScoped
class PictureImageDeletedConsumer implements EventHandler<LifecycleEvent> {

  private final Deliveries deliveries;
  private final Pictures pictures;

  PictureImageDeletedConsumer(Deliveries deliveries, Pictures pictures) {
    this.deliveries = deliveries;
    this.pictures = pictures;
  }

  @Incoming("picture-image-deleted")
  @Blocking
  public void receive(ConsumerRecord<String, byte[]> message) throws InterruptedException {
    deliveries.deliver(message, this);
  }

  @Override
  public Topic<LifecycleEvent> topic() {
    return Topics.IMAGE_DELETED;
  }

  @Override
  public void on(Delivery<LifecycleEvent> delivery) {
    pictures.follow(delivery.event());
  }
}
