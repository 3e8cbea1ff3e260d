package pms.sharing.activity;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
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

/** Who edited a picture is told where it is shown. What is told within a while anyway needs no inbox, and old news is none. */
@ApplicationScoped
class ImageEditedConsumer implements EventHandler<VersionEvent> {

  static final String EDITED = "picture-edited";

  private final Deliveries deliveries;
  private final Activities activities;
  private final Clock clock;

  ImageEditedConsumer(Deliveries deliveries, Activities activities, Clock clock) {
    this.deliveries = deliveries;
    this.activities = activities;
    this.clock = clock;
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
    if (author != null && delivery.time().isAfter(clock.instant().minus(Activities.TOGETHER))) {
      activities.happenedTo(event.owner(), event.imageId(), author, EDITED);
    }
  }
}
