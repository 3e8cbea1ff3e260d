package pms.search.image;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pms.contracts.ThumbnailEvent;
import pms.contracts.Topic;
import pms.contracts.Topics;
import pms.kit.event.Delivery;
import pms.kit.event.EventHandler;

/** How rendering an image ended. */
@ApplicationScoped
class ThumbnailConsumer implements EventHandler<ThumbnailEvent> {

  private final EventIntake intake;

  ThumbnailConsumer(EventIntake intake) {
    this.intake = intake;
  }

  @Incoming("thumbnail-ready")
  @Blocking
  public void receive(ConsumerRecords<String, byte[]> batch) throws InterruptedException {
    intake.take(batch, topic());
  }

  @Override
  public Topic<ThumbnailEvent> topic() {
    return Topics.THUMBNAIL_READY;
  }

  @Override
  public void on(Delivery<ThumbnailEvent> delivery) throws Exception {
    intake.takeAgain(delivery.event());
  }
}
