package pms.sharing.album;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;
import pms.contracts.Topics;
import pms.kit.event.Outbox;
import pms.kit.problem.Problem;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;

/** Albums of one's own; somebody else's are not there. */
@ApplicationScoped
class Albums {

  private static final Logger LOG = Logger.getLogger(Albums.class);

  private final Outbox outbox;
  private final Clock clock;

  Albums(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  @Transactional
  AlbumView create(String caller, AlbumRequest request) {
    Album album = Album.create(caller, request.title(), request.description(), clock.instant());
    outbox.publish(Topics.ALBUM_CHANGED, album.snapshot());
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
    outbox.publish(Topics.ALBUM_CHANGED, album.snapshot());
    return AlbumView.of(album);
  }

  @Transactional
  void delete(String caller, UUID id) {
    Album album = Album.lock(new AlbumKey(caller, id)).orElseThrow(Problem::notFound);
    album.delete();
    outbox.publish(Topics.ALBUM_CHANGED, album.farewell(clock.instant()));
    LOG.infof("album %s deleted by %s", id, caller);
  }
}
