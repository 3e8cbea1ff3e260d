package pms.kit.sample;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pms.contracts.LifecycleEvent;
import pms.contracts.Topic;
import pms.contracts.Topics;
import pms.kit.event.Deliveries;
import pms.kit.event.Delivery;
import pms.kit.event.EventHandler;

/** A consumer as services have them; for the test it fails on the images it is told to. */
@ApplicationScoped
public class LifecycleConsumer implements EventHandler<LifecycleEvent> {

  private final Deliveries deliveries;
  private final List<LifecycleEvent> handled = new CopyOnWriteArrayList<>();
  private final Set<UUID> broken = ConcurrentHashMap.newKeySet();

  LifecycleConsumer(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Incoming("image-deleted")
  @Blocking
  public void receive(ConsumerRecord<String, byte[]> message) throws InterruptedException {
    deliveries.deliver(message, this);
  }

  @Override
  public Topic<LifecycleEvent> topic() {
    return Topics.IMAGE_DELETED;
  }

  @Override
  public void on(Delivery<LifecycleEvent> delivery) {
    if (broken.contains(delivery.event().imageId())) {
      throw new IllegalStateException("the world is broken for this image");
    }
    handled.add(delivery.event());
  }

  public List<LifecycleEvent> handled(UUID image) {
    return handled.stream().filter(event -> event.imageId().equals(image)).toList();
  }

  public void breakFor(UUID image) {
    broken.add(image);
  }

  public void mendFor(UUID image) {
    broken.remove(image);
  }
}
