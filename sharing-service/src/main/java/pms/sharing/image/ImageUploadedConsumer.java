package pms.sharing.image;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pms.contracts.ImageUploaded;
import pms.contracts.OriginalReplaced;
import pms.contracts.Topic;
import pms.contracts.Topics;
import pms.contracts.UploadEvent;
import pms.kit.event.Deliveries;
import pms.kit.event.Delivery;
import pms.kit.event.EventHandler;

/** Remembers whose a new image is; a repetition changes nothing, so the inbox is not asked. */
@ApplicationScoped
class ImageUploadedConsumer implements EventHandler<UploadEvent> {

  private final Deliveries deliveries;
  private final Images images;

  ImageUploadedConsumer(Deliveries deliveries, Images images) {
    this.deliveries = deliveries;
    this.images = images;
  }

  @Incoming("image-uploaded")
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
    switch (delivery.event()) {
      case ImageUploaded uploaded -> images.remember(uploaded.owner(), uploaded.imageId());
      case OriginalReplaced replaced -> images.remember(replaced.owner(), replaced.imageId());
    }
  }
}
