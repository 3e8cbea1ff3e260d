package pms.sharing.album;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import pms.contracts.ImagePurged;
import pms.contracts.ImageRestored;
import pms.contracts.ImageTrashed;
import pms.contracts.LifecycleEvent;
import pms.sharing.image.AccessChanges;

/** Hides, shows or removes an image wherever it is. */
@ApplicationScoped
class ItemLives {

  private final AccessChanges accessChanges;
  private final Announcements announcements;

  ItemLives(AccessChanges accessChanges, Announcements announcements) {
    this.accessChanges = accessChanges;
    this.announcements = announcements;
  }

  @Transactional(TxType.MANDATORY)
  void follow(LifecycleEvent event) {
    List<AlbumKey> albums = AlbumItem.albumsOf(event.owner(), event.imageId());
    for (AlbumKey key : albums) {
      Album.lock(key).ifPresent(album -> follow(album, event));
    }
    if (event instanceof ImagePurged && !albums.isEmpty()) {
      accessChanges.due(event.owner(), List.of(event.imageId()));
    }
  }

  private void follow(Album album, LifecycleEvent event) {
    AlbumItem.of(album.key(), event.imageId()).ifPresent(item -> {
      switch (event) {
        case ImageTrashed _ -> hide(album, item, true);
        case ImageRestored _ -> hide(album, item, false);
        case ImagePurged _ -> remove(album, item);
      }
      album.chooseCover();
      announcements.changed(album);
    });
  }

  private static void hide(Album album, AlbumItem item, boolean hidden) {
    if (item.hidden != hidden) {
      album.itemCount += hidden ? -1 : 1;
      item.hidden = hidden;
    }
  }

  private static void remove(Album album, AlbumItem item) {
    album.itemCount -= item.hidden ? 0 : 1;
    UUID image = item.imageId;
    album.chosenCover = image.equals(album.chosenCover) ? null : album.chosenCover;
    item.delete();
  }
}
