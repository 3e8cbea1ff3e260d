package pms.search.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import pms.contracts.AccessEvent;
import pms.contracts.AlbumEvent;
import pms.contracts.LifecycleEvent;
import pms.contracts.MetadataEvent;
import pms.contracts.PmsEvent;
import pms.contracts.ThumbnailEvent;
import pms.contracts.Topic;
import pms.contracts.Topics;
import pms.contracts.UploadEvent;
import pms.contracts.VersionEvent;
import pms.kit.event.Delivery;
import pms.kit.event.EventHandler;

/** One handler a topic, by which events that were parked find their way back. */
@ApplicationScoped
class ParkedEventHandlers {

  private final EventIntake intake;

  ParkedEventHandlers(EventIntake intake) {
    this.intake = intake;
  }

  @Produces
  @Singleton
  EventHandler<UploadEvent> uploads() {
    return new Handler<>(Topics.IMAGE_UPLOADED, intake);
  }

  @Produces
  @Singleton
  EventHandler<LifecycleEvent> lifecycles() {
    return new Handler<>(Topics.IMAGE_DELETED, intake);
  }

  @Produces
  @Singleton
  EventHandler<MetadataEvent> metadata() {
    return new Handler<>(Topics.METADATA_EXTRACTED, intake);
  }

  @Produces
  @Singleton
  EventHandler<ThumbnailEvent> thumbnails() {
    return new Handler<>(Topics.THUMBNAIL_READY, intake);
  }

  @Produces
  @Singleton
  EventHandler<VersionEvent> versions() {
    return new Handler<>(Topics.IMAGE_EDITED, intake);
  }

  @Produces
  @Singleton
  EventHandler<AlbumEvent> albums() {
    return new Handler<>(Topics.ALBUM_CHANGED, intake);
  }

  @Produces
  @Singleton
  EventHandler<AccessEvent> access() {
    return new Handler<>(Topics.ACCESS_CHANGED, intake);
  }

  private record Handler<E extends PmsEvent>(Topic<E> topic, EventIntake intake) implements EventHandler<E> {

    @Override
    public void on(Delivery<E> delivery) throws Exception {
      intake.takeAgain(delivery.event());
    }
  }
}
