package pms.sharing.album;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;
import pms.kit.problem.Problem;
import pms.sharing.member.Members;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;
import pms.sharing.person.Label;

/** Albums of one's own; somebody else's are not there. */
@ApplicationScoped
class Albums {

  private static final Logger LOG = Logger.getLogger(Albums.class);

  private final Members members;
  private final Announcements announcements;
  private final Clock clock;

  Albums(Members members, Announcements announcements, Clock clock) {
    this.members = members;
    this.announcements = announcements;
    this.clock = clock;
  }

  @Transactional
  AlbumView create(String caller, Label founder, AlbumRequest request) {
    Album album = Album.create(caller, request.title(), request.description(), clock.instant());
    members.found(caller, founder, album.id, album.createdAt);
    announcements.told(album);
    LOG.infof("album %s made by %s", album.id, caller);
    return AlbumView.of(album);
  }

  @Transactional
  Page<AlbumView> list(String caller, Cursor after, Limit limit) {
    return Page.of(Album.newest(caller, after, limit.andOneMore()), limit.rows(), AlbumView::of, Album::cursor);
  }

  @Transactional
  AlbumView get(String caller, UUID id) {
    return Album.of(new AlbumKey(caller, id)).map(AlbumView::of).orElseThrow(Problem::notFound);
  }

  @Transactional
  AlbumView change(String caller, UUID id, Precondition precondition, AlbumPatch patch) {
    Album album = Album.lock(new AlbumKey(caller, id)).orElseThrow(Problem::notFound);
    precondition.require(album.revision);
    patch.apply(album);
    album.recount(clock.instant());
    announcements.told(album);
    return AlbumView.of(album);
  }

  @Transactional
  void delete(String caller, UUID id) {
    Album album = Album.lock(new AlbumKey(caller, id)).orElseThrow(Problem::notFound);
    album.delete();
    announcements.gone(album);
    LOG.infof("album %s deleted by %s", id, caller);
  }
}
