package pms.kit.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import pms.contracts.LifecycleEvent;
import pms.contracts.Topics;
import pms.kit.event.Outbox;

/** A use case as services have them: what it announces is true only if its transaction commits. */
@ApplicationScoped
public class Announcements {

  private final Outbox outbox;

  Announcements(Outbox outbox) {
    this.outbox = outbox;
  }

  @Transactional
  public void announce(List<? extends LifecycleEvent> events) {
    events.forEach(event -> outbox.publish(Topics.IMAGE_DELETED, event));
  }

  @Transactional
  public void forget(UUID image) {
    outbox.forget(Topics.IMAGE_DELETED, image.toString());
  }

  @Transactional
  public void announceAndFail(LifecycleEvent event) {
    outbox.publish(Topics.IMAGE_DELETED, event);
    throw new IllegalStateException("the transaction is rolled back");
  }

  public void announceOutsideATransaction(LifecycleEvent event) {
    outbox.publish(Topics.IMAGE_DELETED, event);
  }
}
