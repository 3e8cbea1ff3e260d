package pms.sharing.album;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import pms.kit.problem.Problem;
import pms.sharing.access.AlbumRight;
import pms.sharing.access.AlbumRights;
import pms.sharing.access.Right;
import pms.sharing.access.Subjects;
import pms.sharing.activity.Activities;
import pms.sharing.activity.Happening;
import pms.sharing.audit.Action;
import pms.sharing.audit.Audit;
import pms.sharing.image.AccessChanges;
import pms.sharing.smart.SmartAlbums;

/** Albums are changed by their editors, moved and deleted by their owners. */
@ApplicationScoped
class AlbumEditing {

  private static final Logger LOG = Logger.getLogger(AlbumEditing.class);

  private final AlbumGate gate;
  private final AlbumViews views;
  private final Nesting nesting;
  private final SmartAlbums smartAlbums;
  private final Announcements announcements;
  private final AccessChanges accessChanges;
  private final Audit audit;
  private final Activities activities;

  AlbumEditing(
      AlbumGate gate,
      AlbumViews views,
      Nesting nesting,
      SmartAlbums smartAlbums,
      Announcements announcements,
      AccessChanges accessChanges,
      Audit audit,
      Activities activities) {
    this.gate = gate;
    this.views = views;
    this.nesting = nesting;
    this.smartAlbums = smartAlbums;
    this.announcements = announcements;
    this.accessChanges = accessChanges;
    this.audit = audit;
    this.activities = activities;
  }

  @Transactional
  AlbumView change(Subjects caller, UUID id, Precondition precondition, AlbumPatch patch) {
    AlbumRight held = gate.enter(caller, id, Right.EDIT);
    Album album = gate.locked(held);
    precondition.require(album.revision);
    edit(caller, patch, album);
    announcements.changed(album);
    activities.happened(held, caller.id(), Happening.of("edited"));
    return seen(caller, id);
  }

  /** The same, and into another album or out of one. */
  @Transactional
  AlbumView move(Subjects caller, UUID id, Precondition precondition, AlbumPatch patch) {
    nesting.hold();
    Album around = patch.parent().map(parent -> nesting.around(caller, parent, id)).orElse(null);
    AlbumRight held = gate.enter(caller, id, Right.MANAGE);
    Album album = gate.locked(held);
    precondition.require(album.revision);
    edit(caller, patch, album);
    nesting.move(album, around);
    announcements.viewersChanged(List.of(id));
    audit.album(held, caller.id(), Action.ALBUM_MOVED, null, null);
    activities.happened(held, caller.id(), Happening.of("edited"));
    return seen(caller, id);
  }

  @Transactional
  void delete(Subjects caller, UUID id) {
    nesting.hold();
    AlbumRight held = gate.enter(caller, id, Right.MANAGE);
    Album album = gate.locked(held);
    nesting.dissolve(album).forEach(announcements::changed);
    accessChanges.dueInAlbum(held.ownerId(), id);
    album.delete();
    announcements.gone(album);
    audit.album(held, caller.id(), Action.ALBUM_DELETED, Subjects.user(album.holderId), null);
    LOG.infof("album %s deleted by %s", id, caller.id());
  }

  private void edit(Subjects caller, AlbumPatch patch, Album album) {
    patch.apply(album);
    if (patch.changesQuery()) {
      follow(caller, patch, album);
    }
    album.chooseCover();
  }

  /** Another query shows others of its founder's pictures, so nobody else may say what it finds, whatever their role. */
  private void follow(Subjects caller, AlbumPatch patch, Album album) {
    if (!album.smart) {
      throw Problem.conflict("hand-picked", "What is in this album was picked by hand: make a new album of the query.");
    }
    if (!album.ownerId.equals(caller.id())) {
      throw AlbumRights.refused();
    }
    album.smart = patch.query().isPresent();
    patch.query().ifPresentOrElse(
        query -> smartAlbums.change(album.ownerId, album.id, query), () -> smartAlbums.end(album.ownerId, album.id));
  }

  /** Who owns it only by the album around may not take it out of their own sight. */
  private AlbumView seen(Subjects caller, UUID id) {
    return views.one(caller, id).orElseThrow(AlbumRights::refused);
  }
}
