package pms.processing.image;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
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

/** Renders new pictures, several at a time and in no order: each is its own matter. */
@ApplicationScoped
class ImageUploadedConsumer implements EventHandler<UploadEvent> {

  private final Deliveries deliveries;
  private final Images images;
  private final Renderings renderings;
  private final Replacements replacements;

  ImageUploadedConsumer(Deliveries deliveries, Images images, Renderings renderings, Replacements replacements) {
    this.deliveries = deliveries;
    this.images = images;
    this.renderings = renderings;
    this.replacements = replacements;
  }

  @Incoming("image-uploaded")
  @Blocking(value = "render", ordered = false)
  public void receive(ConsumerRecord<String, byte[]> message) throws InterruptedException {
    deliveries.deliver(message, this);
  }

  @Override
  public Topic<UploadEvent> topic() {
    return Topics.IMAGE_UPLOADED;
  }

  @Override
  public void on(Delivery<UploadEvent> delivery) throws IOException {
    switch (delivery.event()) {
      case ImageUploaded uploaded -> {
        var job = images.begin(uploaded, delivery.id());
        if (job.isPresent()) {
          renderings.run(job.get());
        }
      }
      case OriginalReplaced replaced -> replacements.follow(replaced);
    }
  }
}
