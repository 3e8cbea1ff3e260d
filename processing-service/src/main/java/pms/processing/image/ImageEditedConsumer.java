package pms.processing.image;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pms.contracts.Topic;
import pms.contracts.Topics;
import pms.contracts.VersionCreated;
import pms.contracts.VersionEvent;
import pms.contracts.VersionReverted;
import pms.kit.event.Deliveries;
import pms.kit.event.Delivery;
import pms.kit.event.EventHandler;

/** Renders new versions: this service listens to itself, so that no edit is lost and every replica takes its share. */
@ApplicationScoped
class ImageEditedConsumer implements EventHandler<VersionEvent> {

  private final Deliveries deliveries;
  private final Images images;
  private final Renderings renderings;

  ImageEditedConsumer(Deliveries deliveries, Images images, Renderings renderings) {
    this.deliveries = deliveries;
    this.images = images;
    this.renderings = renderings;
  }

  @Incoming("image-edited")
  @Blocking(value = "render", ordered = false)
  public void receive(ConsumerRecord<String, byte[]> message) throws InterruptedException {
    deliveries.deliver(message, this);
  }

  @Override
  public Topic<VersionEvent> topic() {
    return Topics.IMAGE_EDITED;
  }

  @Override
  public void on(Delivery<VersionEvent> delivery) throws IOException {
    int version =
        switch (delivery.event()) {
          case VersionCreated created -> created.version();
          case VersionReverted reverted -> reverted.version();
        };
    var job = images.begin(delivery.event(), version, delivery.id());
    if (job.isPresent()) {
      renderings.run(job.get());
    }
  }
}
