package pms.search.image;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pms.contracts.UploadEvent;
import pms.contracts.Topic;
import pms.contracts.Topics;
import pms.kit.event.Delivery;
import pms.kit.event.EventHandler;

/** An image exists. */
@ApplicationScoped
class UploadConsumer implements EventHandler<UploadEvent> {

  private final EventIntake intake;

  UploadConsumer(EventIntake intake) {
    this.intake = intake;
  }

  @Incoming("image-uploaded")
  @Blocking
  public void receive(ConsumerRecords<String, byte[]> batch) throws InterruptedException {
    intake.take(batch, topic());
  }

  @Override
  public Topic<UploadEvent> topic() {
    return Topics.IMAGE_UPLOADED;
  }

  @Override
  public void on(Delivery<UploadEvent> delivery) throws Exception {
    intake.takeAgain(delivery.event());
  }
}
