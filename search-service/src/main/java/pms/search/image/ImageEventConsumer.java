package pms.search.image;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * All topics by one consumer: what is told of an image at about the same time comes in one batch and is written once, and
 * no two batches contend for a document.
 */
@ApplicationScoped
class ImageEventConsumer {

  static final String CHANNEL = "image-events";

  private final EventIntake intake;

  ImageEventConsumer(EventIntake intake) {
    this.intake = intake;
  }

  @Incoming(CHANNEL)
  @Blocking
  public void receive(ConsumerRecords<String, byte[]> batch) throws InterruptedException {
    intake.take(batch);
  }
}
