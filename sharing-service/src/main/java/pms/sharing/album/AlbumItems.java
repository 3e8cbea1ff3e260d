package pms.sharing.album;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
import pms.sharing.access.AlbumRight;
import pms.sharing.access.Right;
import pms.sharing.access.Subjects;
import pms.sharing.activity.Activities;
import pms.sharing.activity.Happening;
import pms.sharing.audit.Action;
import pms.sharing.audit.Audit;
import pms.sharing.image.AccessChanges;
import pms.sharing.image.Images;
import pms.sharing.mail.MailKind;
import pms.sharing.mail.Mails;
import pms.sharing.member.Members;

/**
 * Puts pictures into albums. A contributor adds own pictures, and only own ones: what others own cannot be passed on. Locks are taken in
 * the order images, album, items, so that no two wait for each other.
 */
@ApplicationScoped
class AlbumItems {

  private final AlbumGate gate;
  private final Images images;
  private final AccessChanges accessChanges;
  private final Announcements announcements;
  private final Activities activities;
  private final Audit audit;
  private final Members members;
  private final Mails mails;
  private final Clock clock;

  AlbumItems(
      AlbumGate gate,
      Images images,
      AccessChanges accessChanges,
      Announcements announcements,
      Activities activities,
      Audit audit,
      Members members,
      Mails mails,
      Clock clock) {
    this.audit = audit;
    this.members = members;
    this.mails = mails;
    this.gate = gate;
    this.images = images;
    this.accessChanges = accessChanges;
    this.announcements = announcements;
    this.activities = activities;
    this.clock = clock;
  }

  /** Adds at the end, in the order given, what is not there yet; all of them or none. */
  @Transactional
  ItemsAdded add(Subjects caller, UUID id, ImageIds body, SequencedSet<UUID> wanted) {
    Set<UUID> missing = new LinkedHashSet<>(wanted);
    missing.removeAll(images.hold(caller.id(), wanted));
    if (!missing.isEmpty()) {
      throw body.notThere(missing);
    }
    AlbumRight held = gate.enter(caller, id, Right.CONTRIBUTE);
    Album album = gate.locked(held);
    album.requireHandPicked();
    Set<UUID> fresh = append(album.key(), caller.id(), wanted);
    if (!fresh.isEmpty()) {
      album.itemCount += fresh.size();
      album.chooseCover();
      announcements.changed(album);
      accessChanges.due(caller.id(), fresh);
      audit.items(held, caller.id(), fresh, caller.id(), Action.ITEMS_ADDED, null);
      activities.happened(held, caller.id(), Happening.withImages("items-added", fresh));
      mails.ofAlbum(MailKind.PICTURES, members.viewers(album.path), caller.id(), id, fresh.size());
    }
    return new ItemsAdded(fresh.size(), album.itemCount);
  }

  private Set<UUID> append(AlbumKey key, String imageOwner, SequencedSet<UUID> wanted) {
    Set<UUID> fresh = new LinkedHashSet<>(wanted);
    fresh.removeAll(AlbumItem.present(key, wanted));
    long position = AlbumItem.lastPosition(key);
    Instant now = clock.instant();
    for (UUID image : fresh) {
      position += AlbumItem.GAP;
      AlbumItem.of(key, image, imageOwner, position, now).persist();
    }
    return fresh;
  }
}
