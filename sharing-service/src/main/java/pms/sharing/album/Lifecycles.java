package pms.sharing.album;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pms.contracts.LifecycleEvent;
import pms.kit.event.Delivery;
import pms.kit.event.Inbox;
import pms.sharing.grant.Grants;
import pms.sharing.image.Images;

/** Folds an image's life after the upload into what is known of it and into the albums and grants it is in. */
@ApplicationScoped
class Lifecycles {

  private final Inbox inbox;
  private final Images images;
  private final ItemLives items;
  private final Grants grants;

  Lifecycles(Inbox inbox, Images images, ItemLives items, Grants grants) {
    this.inbox = inbox;
    this.images = images;
    this.items = items;
    this.grants = grants;
  }

  @Transactional
  void follow(Delivery<LifecycleEvent> delivery) {
    if (inbox.firstTime(delivery.id()) && images.follow(delivery.event())) {
      items.follow(delivery.event());
      grants.follow(delivery.event());
    }
  }
}
