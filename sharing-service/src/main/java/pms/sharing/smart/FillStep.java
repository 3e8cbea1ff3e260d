package pms.sharing.smart;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import pms.sharing.album.SmartItems;

/**
 * Compares an album with all that its query finds, a page of ids at a time; where it is interrupted it goes on behind the last
 * page. What is in the album within the page's range of ids and not on the page is taken out.
 */
@ApplicationScoped
class FillStep {

  private static final Logger LOG = Logger.getLogger(FillStep.class);
  private static final int PAGE = 1_000;
  private static final UUID FIRST = new UUID(0, 0);
  private static final UUID LAST = new UUID(-1, -1);

  private final SmartAlbums albums;
  private final SmartOwners owners;
  private final SmartSearch search;
  private final SmartItems items;

  FillStep(SmartAlbums albums, SmartOwners owners, SmartSearch search, SmartItems items) {
    this.albums = albums;
    this.owners = owners;
    this.search = search;
    this.items = items;
  }

  /** @return whether there may be more to do */
  boolean take(String owner, UUID worker) {
    Optional<SmartAlbum> due = albums.due(owner);
    if (due.isEmpty()) {
      return false;
    }
    SmartAlbum album = due.get();
    try {
      SearchClient.Page page = search.all(owner, album.query(), album.reached(), PAGE);
      return QuarkusTransaction.requiringNew().call(() -> write(album, worker, page));
    } catch (SmartSearch.Refused refused) {
      LOG.warnf("album %s cannot be compared with its query: %s", album.id(), refused.getMessage());
      QuarkusTransaction.requiringNew().run(() -> albums.putOff(album));
      return true;
    }
  }

  private boolean write(SmartAlbum album, UUID worker, SearchClient.Page page) {
    Map<UUID, LocalDateTime> matching = new LinkedHashMap<>();
    page.items().forEach(item -> matching.put(item.id(), item.time()));
    boolean open = items.open(album.owner(), album.id(), matching.keySet());
    if (!open || !albums.isCurrent(album)) {
      return true;
    }
    if (!owners.keep(album.owner(), worker)) {
      return false;
    }
    UUID after = album.reached() == null ? FIRST : album.reached();
    items.compare(album.owner(), album.id(), new SmartItems.Range(after, page.next() == null ? LAST : page.next()), matching);
    if (page.next() == null) {
      albums.compared(album);
      LOG.debugf("album %s was compared with its query", album.id());
    } else {
      albums.reached(album, page.next());
    }
    return true;
  }
}
