package pms.sharing.album;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
import pms.contracts.ImagePurged;
import pms.contracts.ImageRestored;
import pms.contracts.ImageTrashed;
import pms.contracts.LifecycleEvent;
import pms.kit.problem.Problem;
import pms.sharing.image.Images;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;

/** What is in albums. Locks are taken in the order images, album, items, so that no two wait for each other. */
@ApplicationScoped
class AlbumItems {

  private final Images images;
  private final Announcements announcements;
  private final Clock clock;

  AlbumItems(Images images, Announcements announcements, Clock clock) {
    this.images = images;
    this.announcements = announcements;
    this.clock = clock;
  }

  @Transactional
  Page<AlbumItemView> list(AlbumKey key, Cursor after, Limit limit) {
    Album.of(key).orElseThrow(Problem::notFound);
    List<AlbumItem> items = AlbumItem.inOrder(key, after, limit.andOneMore());
    return Page.of(items, limit.rows(), AlbumItemView::of, AlbumItem::cursor);
  }

  /** Adds at the end, in the order given, what is not there yet; all of them or none. */
  @Transactional
  ItemsAdded add(AlbumKey key, ImageIds body, SequencedSet<UUID> wanted) {
    Set<UUID> missing = new LinkedHashSet<>(wanted);
    missing.removeAll(images.hold(key.ownerId(), wanted));
    if (!missing.isEmpty()) {
      throw body.notThere(missing);
    }
    Album album = Album.lock(key).orElseThrow(Problem::notFound);
    int added = append(key, wanted);
    if (added > 0) {
      announce(album);
    }
    return new ItemsAdded(added, album.itemCount);
  }

  @Transactional
  void remove(AlbumKey key, UUID image) {
    Album album = Album.lock(key).orElseThrow(Problem::notFound);
    AlbumItem.of(key, image).orElseThrow(Problem::notFound).delete();
    if (image.equals(album.chosenCover)) {
      album.chosenCover = null;
    }
    announce(album);
  }

  /** Hides, shows or removes the image wherever it is. */
  @Transactional(TxType.MANDATORY)
  void follow(LifecycleEvent event) {
    for (AlbumKey key : AlbumItem.albumsOf(event.owner(), event.imageId())) {
      Album.lock(key).ifPresent(album -> follow(album, event));
    }
  }

  private void follow(Album album, LifecycleEvent event) {
    AlbumItem.of(album.key(), event.imageId()).ifPresent(item -> {
      switch (event) {
        case ImageTrashed _ -> item.hidden = true;
        case ImageRestored _ -> item.hidden = false;
        case ImagePurged _ -> item.delete();
      }
      announce(album);
    });
  }

  private int append(AlbumKey key, SequencedSet<UUID> wanted) {
    Set<UUID> fresh = new LinkedHashSet<>(wanted);
    fresh.removeAll(AlbumItem.present(key, wanted));
    long position = AlbumItem.lastPosition(key);
    Instant now = clock.instant();
    for (UUID image : fresh) {
      position += AlbumItem.GAP;
      AlbumItem.of(key, image, key.ownerId(), position, now).persist();
    }
    return fresh.size();
  }

  private void announce(Album album) {
    album.recount(clock.instant());
    announcements.told(album);
  }
}
