package pms.metadata.image;

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

/** Trash, restore and purge are upload-service's to decide; the library follows. */
@ApplicationScoped
class LifecycleConsumer implements EventHandler<LifecycleEvent> {

  private final Deliveries deliveries;
  private final ImageFolds folds;

  LifecycleConsumer(Deliveries deliveries, ImageFolds folds) {
    this.deliveries = deliveries;
    this.folds = folds;
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
    folds.fold(delivery.id(), delivery.event());
  }
}
