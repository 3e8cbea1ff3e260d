package pms.sharing.view;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pms.contracts.UploadEvent;
import pms.contracts.Topic;
import pms.contracts.Topics;
import pms.kit.event.Deliveries;
import pms.kit.event.Delivery;
import pms.kit.event.EventHandler;

/**
 * Which file counts and what it is called, for downloads with everything in them. Revisions refuse what is old, so the
 * inbox is not asked.
 */
@ApplicationScoped
class PictureImageUploadedConsumer implements EventHandler<UploadEvent> {

  private final Deliveries deliveries;
  private final Pictures pictures;

  PictureImageUploadedConsumer(Deliveries deliveries, Pictures pictures) {
    this.deliveries = deliveries;
    this.pictures = pictures;
  }

  @Incoming("picture-image-uploaded")
  @Blocking
  public void receive(ConsumerRecord<String, byte[]> message) throws InterruptedException {
    deliveries.deliver(message, this);
  }

  @Override
  public Topic<UploadEvent> topic() {
    return Topics.IMAGE_UPLOADED;
  }

  @Override
  public void on(Delivery<UploadEvent> delivery) {
    pictures.learn(delivery.event());
  }
}
