package pms.sharing.album;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import pms.kit.problem.Problem;
import pms.sharing.access.AlbumRight;
import pms.sharing.access.AlbumRights;
import pms.sharing.access.Right;
import pms.sharing.access.Role;
import pms.sharing.access.Subjects;
import pms.sharing.activity.Activities;
import pms.sharing.activity.Happening;
import pms.sharing.audit.Action;
import pms.sharing.audit.Audit;
import pms.sharing.image.AccessChanges;

/**
 * Taking out of an album: editors anything, everybody their own. Also who is no member any more: a picture stays its owner's, so
 * its owner can take it back from wherever it is. All that is asked for or nothing.
 */
@ApplicationScoped
class Removals {

  private final AlbumRights rights;
  private final AlbumGate gate;
  private final AccessChanges accessChanges;
  private final Announcements announcements;
  private final Activities activities;
  private final Audit audit;

  Removals(
      AlbumRights rights,
      AlbumGate gate,
      AccessChanges accessChanges,
      Announcements announcements,
      Activities activities,
      Audit audit) {
    this.audit = audit;
    this.rights = rights;
    this.gate = gate;
    this.accessChanges = accessChanges;
    this.announcements = announcements;
    this.activities = activities;
  }

  /** @param missing what to say of those that are not there */
  @Transactional
  void remove(Subjects caller, UUID id, Set<UUID> wanted, Function<Set<UUID>, Problem> missing) {
    Optional<AlbumRight> seen = rights.of(caller, id);
    AlbumRight held = seen.or(() -> asContributor(caller, id, wanted)).orElseThrow(Problem::notFound);
    Album album = gate.locked(held);
    boolean editor = rights.of(caller, id).filter(role -> role.allows(Right.EDIT)).isPresent();
    // What is in the trash is its owner's alone, here too.
    List<AlbumItem> items =
        AlbumItem.of(album.key(), wanted).stream().filter(item -> !item.hidden || item.imageOwner.equals(caller.id())).toList();
    List<AlbumItem> theirs = items.stream().filter(item -> editor || item.imageOwner.equals(caller.id())).toList();
    requireAll(wanted, seen.isPresent() ? items : theirs, missing);
    if (theirs.size() < items.size()) {
      throw AlbumRights.refused();
    }
    album.requireHandPicked();
    takeOut(album, theirs).forEach(
        (owner, images) -> audit.items(held, owner, images, caller.id(), Action.ITEMS_REMOVED, null));
    activities.happened(held, caller.id(), Happening.withImages("items-removed", wanted));
  }

  /** Somebody who sees the album no more, but has a picture in it. */
  private static Optional<AlbumRight> asContributor(Subjects caller, UUID album, Set<UUID> wanted) {
    return AlbumItem.albumWith(caller.id(), album, wanted).map(key -> new AlbumRight(key.ownerId(), key.id(), Role.VIEWER));
  }

  private static void requireAll(Set<UUID> wanted, List<AlbumItem> found, Function<Set<UUID>, Problem> missing) {
    Set<UUID> absent = new LinkedHashSet<>(wanted);
    absent.removeAll(found.stream().map(item -> item.imageId).toList());
    if (!absent.isEmpty()) {
      throw missing.apply(absent);
    }
  }

  /** @return by owner */
  private Map<String, List<UUID>> takeOut(Album album, List<AlbumItem> items) {
    for (AlbumItem item : items) {
      item.delete();
      album.itemCount -= item.hidden ? 0 : 1;
      album.chosenCover = item.imageId.equals(album.chosenCover) ? null : album.chosenCover;
    }
    album.chooseCover();
    announcements.changed(album);
    Map<String, List<UUID>> gone =
        items.stream()
            .collect(Collectors.groupingBy(item -> item.imageOwner, Collectors.mapping(item -> item.imageId, Collectors.toList())));
    gone.forEach(accessChanges::due);
    return gone;
  }
}
