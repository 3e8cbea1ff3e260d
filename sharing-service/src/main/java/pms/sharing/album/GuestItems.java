package pms.sharing.album;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import pms.sharing.access.AlbumRight;
import pms.sharing.activity.Activities;
import pms.sharing.activity.Happening;
import pms.sharing.audit.Action;
import pms.sharing.audit.Audit;
import pms.sharing.image.AccessChanges;
import pms.sharing.image.Images;

/** Puts into an album what a guest sent to it and somebody who manages it has accepted. */
@ApplicationScoped
public class GuestItems {

  private final Images images;
  private final AccessChanges accessChanges;
  private final Announcements announcements;
  private final Activities activities;
  private final Audit audit;
  private final Clock clock;

  GuestItems(
      Images images,
      AccessChanges accessChanges,
      Announcements announcements,
      Activities activities,
      Audit audit,
      Clock clock) {
    this.audit = audit;
    this.images = images;
    this.accessChanges = accessChanges;
    this.announcements = announcements;
    this.activities = activities;
    this.clock = clock;
  }

  /** Whether anything can be put into the album: what follows a query takes nothing. */
  @Transactional
  public boolean takes(String ownerId, UUID album) {
    return Album.<Album>findByIdOptional(new AlbumKey(ownerId, album)).filter(there -> !there.smart).isPresent();
  }

  /**
   * At the end of the album, unless the album, or the picture from its owner's library, is gone already, or it is there,
   * or the album follows a query since.
   *
   * @param actor who accepted it
   * @param guest what its sender called themselves; null when nothing
   */
  @Transactional(TxType.MANDATORY)
  public void add(AlbumRight right, String imageOwner, UUID image, String actor, String guest) {
    images.remember(imageOwner, image);
    if (images.hold(imageOwner, Set.of(image)).isEmpty()) {
      return;
    }
    Optional<Album> album = Album.lock(new AlbumKey(right.ownerId(), right.id()));
    // An album that follows a query takes it from its owner's library by itself, if the query finds it.
    album.filter(there -> !there.smart && AlbumItem.present(there.key(), Set.of(image)).isEmpty()).ifPresent(there -> {
      long position = AlbumItem.lastPosition(there.key()) + AlbumItem.GAP;
      AlbumItem.of(there.key(), image, imageOwner, position, clock.instant()).persist();
      there.itemCount++;
      there.chooseCover();
      announcements.changed(there);
      accessChanges.due(imageOwner, Set.of(image));
      String subject = Happening.guest(guest);
      audit.items(right, imageOwner, Set.of(image), actor, Action.GUEST_PICTURE_ACCEPTED, subject);
      activities.happened(right, actor, Happening.withImages("guest-picture-accepted", Set.of(image)).by(subject));
    });
  }
}
