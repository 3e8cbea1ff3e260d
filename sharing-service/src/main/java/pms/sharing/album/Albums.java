package pms.sharing.album;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import pms.kit.problem.Problem;
import pms.sharing.access.AlbumRight;
import pms.sharing.access.Role;
import pms.sharing.access.Subjects;
import pms.sharing.audit.Action;
import pms.sharing.audit.Audit;
import pms.sharing.member.Members;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;
import pms.sharing.person.Label;
import pms.sharing.smart.SmartAlbums;

/** Albums are made by anybody and seen by their members. */
@ApplicationScoped
class Albums {

  private static final Logger LOG = Logger.getLogger(Albums.class);

  private final AlbumViews views;
  private final Nesting nesting;
  private final Members members;
  private final SmartAlbums smartAlbums;
  private final Announcements announcements;
  private final Audit audit;
  private final Clock clock;

  Albums(
      AlbumViews views,
      Nesting nesting,
      Members members,
      SmartAlbums smartAlbums,
      Announcements announcements,
      Audit audit,
      Clock clock) {
    this.views = views;
    this.nesting = nesting;
    this.members = members;
    this.smartAlbums = smartAlbums;
    this.announcements = announcements;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  AlbumView create(Subjects caller, Label founder, AlbumRequest request) {
    Album album = Album.create(caller.id(), request.title(), request.description(), clock.instant());
    if (request.parent() != null) {
      nesting.hold();
      nesting.place(album, nesting.around(caller, request.parent()));
    }
    album.smart = request.query() != null;
    album.persistAndFlush();
    if (album.smart) {
      smartAlbums.make(album.ownerId, album.id, request.query());
    }
    members.found(caller.id(), founder, album.id, album.createdAt);
    announcements.told(album);
    audit.album(new AlbumRight(album.ownerId, album.id, Role.OWNER), caller.id(), Action.ALBUM_MADE, null, null);
    LOG.infof("album %s made by %s", album.id, caller.id());
    return get(caller, album.id);
  }

  /** @param parent the album whose inner albums are wanted; empty for all that the caller sees */
  @Transactional
  Page<AlbumView> list(Subjects caller, Optional<UUID> parent, Cursor after, Limit limit) {
    List<AlbumView> found =
        parent
            .map(album -> views.children(caller, get(caller, album).id(), after, limit.andOneMore()))
            .orElseGet(() -> views.all(caller, after, limit.andOneMore()));
    return Page.of(found, limit.rows(), view -> view, AlbumView::cursor);
  }

  @Transactional
  AlbumView get(Subjects caller, UUID id) {
    return views.one(caller, id).orElseThrow(Problem::notFound);
  }
}
