package pms.metadata.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import pms.contracts.LifecycleEvent;
import pms.contracts.MetadataChanged;
import pms.contracts.MetadataEvent;
import pms.contracts.MetadataExtracted;
import pms.contracts.ThumbnailEvent;
import pms.contracts.Topics;
import pms.contracts.UploadEvent;
import pms.contracts.VersionEvent;
import pms.kit.event.Inbox;
import pms.kit.event.Outbox;
import pms.metadata.extract.Extracted;
import pms.metadata.history.HistoryRows;

/** What events do to images: one short transaction each, the same whether an event comes once or twice, early or late. */
@ApplicationScoped
class ImageFolds {

  private final Inbox inbox;
  private final Outbox outbox;
  private final Books books;
  private final HistoryRows history;
  private final Clock clock;

  ImageFolds(Inbox inbox, Outbox outbox, Books books, HistoryRows history, Clock clock) {
    this.inbox = inbox;
    this.outbox = outbox;
    this.books = books;
    this.history = history;
    this.clock = clock;
  }

  /**
   * The image is in the library from now on, and this is its file.
   *
   * @return whether the file is to be read: not when the image is purged already, or another file has taken its place
   */
  @Transactional
  public boolean arrive(UploadEvent event) {
    Image image = ImageLocks.lock(new ImageKey(event.owner(), event.imageId()));
    if (image.isPurged() || event.revision() < image.fileRevision) {
      return false;
    }
    image.arrive(Original.of(event));
    books.settle(List.of(image));
    return true;
  }

  /**
   * What was found in the file counts and is announced, unless the image was purged or has another file meanwhile.
   *
   * @param fileRevision of the file that was read
   */
  @Transactional
  public void extracted(UUID eventId, ImageKey key, long fileRevision, Extracted found) {
    Image image = ImageLocks.lock(key);
    if (!inbox.firstTime(eventId) || image.isPurged() || fileRevision < image.fileRevision) {
      return;
    }
    image.extracted(found.facts(), clock.instant());
    FileListing.put(key, found.listing());
    books.settle(List.of(image));
    publish(new MetadataExtracted(image.id, image.ownerId, image.revision, Snapshots.of(image), clock.instant()));
  }

  @Transactional
  public void fold(UUID eventId, ThumbnailEvent event) {
    Image image = ImageLocks.lock(new ImageKey(event.owner(), event.imageId()));
    if (inbox.firstTime(eventId)) {
      image.fold(event);
      books.settle(List.of(image));
    }
  }

  /** Lists and counters are as before, since they tell of what can be shown. Versions are numbered, so the inbox is not asked. */
  @Transactional
  public void fold(VersionEvent event) {
    ImageLocks.lock(new ImageKey(event.owner(), event.imageId())).fold(event);
  }

  /** On purge an empty snapshot takes the place of the last one, so that the compacted log forgets as well. */
  @Transactional
  public void fold(UUID eventId, LifecycleEvent event) {
    ImageKey key = new ImageKey(event.owner(), event.imageId());
    Image image = ImageLocks.lock(key);
    if (!inbox.firstTime(eventId)) {
      return;
    }
    boolean purged = image.fold(event);
    books.settle(List.of(image));
    if (purged) {
      FileListing.remove(key);
      history.forget(key.ownerId(), key.id());
      publish(new MetadataChanged(image.id, image.ownerId, image.revision, Snapshots.of(image), clock.instant()));
    }
  }

  private void publish(MetadataEvent event) {
    outbox.publish(Topics.METADATA_EXTRACTED, event);
  }
}
