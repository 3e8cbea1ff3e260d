package pms.sharing.activity;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
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

/** Who edited a picture is told where it is shown. A picture counts once within a while anyway, so the inbox is not asked. */
@ApplicationScoped
class ImageEditedConsumer implements EventHandler<VersionEvent> {

  private final Deliveries deliveries;
  private final PictureEdits edits;

  ImageEditedConsumer(Deliveries deliveries, PictureEdits edits) {
    this.deliveries = deliveries;
    this.edits = edits;
  }

  @Incoming("image-edited")
  @Blocking
  public void receive(ConsumerRecord<String, byte[]> message) throws InterruptedException {
    deliveries.deliver(message, this);
  }

  @Override
  public Topic<VersionEvent> topic() {
    return Topics.IMAGE_EDITED;
  }

  @Override
  public void on(Delivery<VersionEvent> delivery) {
    VersionEvent event = delivery.event();
    String author =
        switch (event) {
          case VersionCreated created -> created.author();
          case VersionReverted reverted -> reverted.author();
        };
    edits.edited(event.owner(), event.imageId(), author, delivery.time());
  }
}
