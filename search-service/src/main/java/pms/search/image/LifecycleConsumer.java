package pms.search.image;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pms.contracts.LifecycleEvent;
import pms.contracts.Topic;
import pms.contracts.Topics;
import pms.kit.event.Delivery;
import pms.kit.event.EventHandler;

/** An image went to the trash, came back or is gone for good. */
@ApplicationScoped
class LifecycleConsumer implements EventHandler<LifecycleEvent> {

  private final EventIntake intake;

  LifecycleConsumer(EventIntake intake) {
    this.intake = intake;
  }

  @Incoming("image-deleted")
  @Blocking
  public void receive(ConsumerRecords<String, byte[]> batch) throws InterruptedException {
    intake.take(batch, topic());
  }

  @Override
  public Topic<LifecycleEvent> topic() {
    return Topics.IMAGE_DELETED;
  }

  @Override
  public void on(Delivery<LifecycleEvent> delivery) throws Exception {
    intake.takeAgain(delivery.event());
  }
}
