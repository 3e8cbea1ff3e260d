package pms.sharing.view;

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

/** Which bytes a picture is shown by. Revisions refuse what is old, so the inbox is not asked. */
@ApplicationScoped
class PictureThumbnailReadyConsumer implements EventHandler<ThumbnailEvent> {

  private final Deliveries deliveries;
  private final Pictures pictures;

  PictureThumbnailReadyConsumer(Deliveries deliveries, Pictures pictures) {
    this.deliveries = deliveries;
    this.pictures = pictures;
  }

  @Incoming("picture-thumbnail-ready")
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
    pictures.learn(delivery.event());
  }
}
