package pms.search.image;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pms.contracts.MetadataEvent;
import pms.contracts.Topic;
import pms.contracts.Topics;
import pms.kit.event.Delivery;
import pms.kit.event.EventHandler;

/** What is known about an image. */
@ApplicationScoped
class MetadataConsumer implements EventHandler<MetadataEvent> {

  private final EventIntake intake;

  MetadataConsumer(EventIntake intake) {
    this.intake = intake;
  }

  @Incoming("metadata-extracted")
  @Blocking
  public void receive(ConsumerRecords<String, byte[]> batch) throws InterruptedException {
    intake.take(batch, topic());
  }

  @Override
  public Topic<MetadataEvent> topic() {
    return Topics.METADATA_EXTRACTED;
  }

  @Override
  public void on(Delivery<MetadataEvent> delivery) throws Exception {
    intake.takeAgain(delivery.event());
  }
}
