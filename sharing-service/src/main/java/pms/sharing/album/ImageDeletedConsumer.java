package pms.sharing.album;

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

/** Takes trashed images out of sight and purged ones out of every album. */
@ApplicationScoped
class ImageDeletedConsumer implements EventHandler<LifecycleEvent> {

  private final Deliveries deliveries;
  private final Lifecycles lifecycles;

  ImageDeletedConsumer(Deliveries deliveries, Lifecycles lifecycles) {
    this.deliveries = deliveries;
    this.lifecycles = lifecycles;
  }

  @Incoming("image-deleted")
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
    lifecycles.follow(delivery);
  }
}
