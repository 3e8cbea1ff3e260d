package pms.metadata.image;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pms.contracts.ThumbnailEvent;
import pms.contracts.Topic;
import pms.contracts.Topics;
import pms.kit.event.Deliveries;
import pms.kit.event.Delivery;
import pms.kit.event.EventHandler;

/** Whether an image can be shown is half of its state. */
@ApplicationScoped
class ThumbnailConsumer implements EventHandler<ThumbnailEvent> {

  private final Deliveries deliveries;
  private final ImageFolds folds;

  ThumbnailConsumer(Deliveries deliveries, ImageFolds folds) {
    this.deliveries = deliveries;
    this.folds = folds;
  }

  @Incoming("thumbnail-ready")
  @Blocking
  public void receive(ConsumerRecord<String, byte[]> message) throws InterruptedException {
    deliveries.deliver(message, this);
  }

  @Override
  public Topic<ThumbnailEvent> topic() {
    return Topics.THUMBNAIL_READY;
  }

  @Override
  public void on(Delivery<ThumbnailEvent> delivery) {
    folds.fold(delivery.id(), delivery.event());
  }
}
