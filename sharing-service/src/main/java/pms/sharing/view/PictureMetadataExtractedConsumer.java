package pms.sharing.view;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pms.contracts.MetadataEvent;
import pms.contracts.Topic;
import pms.contracts.Topics;
import pms.kit.event.Deliveries;
import pms.kit.event.Delivery;
import pms.kit.event.EventHandler;

/** What links that show metadata show. Revisions refuse what is old, so the inbox is not asked. */
@ApplicationScoped
class PictureMetadataExtractedConsumer implements EventHandler<MetadataEvent> {

  private final Deliveries deliveries;
  private final Pictures pictures;

  PictureMetadataExtractedConsumer(Deliveries deliveries, Pictures pictures) {
    this.deliveries = deliveries;
    this.pictures = pictures;
  }

  @Incoming("picture-metadata-extracted")
  @Blocking
  public void receive(ConsumerRecord<String, byte[]> message) throws InterruptedException {
    deliveries.deliver(message, this);
  }

  @Override
  public Topic<MetadataEvent> topic() {
    return Topics.METADATA_EXTRACTED;
  }

  @Override
  public void on(Delivery<MetadataEvent> delivery) {
    pictures.learn(delivery.event());
  }
}
