package pms.sharing.album;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pms.contracts.LifecycleEvent;
import pms.kit.event.Delivery;
import pms.kit.event.Inbox;
import pms.sharing.image.Images;

/** Folds an image's life after the upload into what is known of it and into the albums it is in. */
@ApplicationScoped
class Lifecycles {

  private final Inbox inbox;
  private final Images images;
  private final AlbumItems items;

  Lifecycles(Inbox inbox, Images images, AlbumItems items) {
    this.inbox = inbox;
    this.images = images;
    this.items = items;
  }

  @Transactional
  void follow(Delivery<LifecycleEvent> delivery) {
    if (inbox.firstTime(delivery.id()) && images.follow(delivery.event())) {
      items.follow(delivery.event());
    }
  }
}
