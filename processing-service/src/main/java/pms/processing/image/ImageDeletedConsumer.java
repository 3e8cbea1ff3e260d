package pms.processing.image;

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

/** Hides trashed pictures from others, and deletes what was made of purged ones. */
@ApplicationScoped
class ImageDeletedConsumer implements EventHandler<LifecycleEvent> {

  private final Deliveries deliveries;
  private final Images images;
  private final Sweeper sweeper;

  ImageDeletedConsumer(Deliveries deliveries, Images images, Sweeper sweeper) {
    this.deliveries = deliveries;
    this.images = images;
    this.sweeper = sweeper;
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
    if (images.follow(delivery.event(), delivery.id())) {
      sweeper.sweep();
    }
  }
}
