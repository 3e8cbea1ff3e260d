package pms.search.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pms.search.album.AlbumTerm;
import pms.search.album.Albums;
import pms.search.album.SeenAlbums;
import pms.search.index.Meanwhile;
import pms.search.index.SearchConfig;

/**
 * Looks up what somebody may find. Which albums they can see is remembered for a moment, so that who types a word or moves a map does
 * not ask for it at every step; by that moment later ends what is revoked.
 */
@ApplicationScoped
public class Visibilities {

  /** Of more albums the names would fill the memory. */
  private static final int FEW = 1_000;

  private record Seen(Set<String> albums, long since) {}

  private final Albums albums;
  private final long moment;
  /** By subjects, the longest known first. */
  private final Map<Set<String>, Seen> remembered = new LinkedHashMap<>();

  Visibilities(Albums albums, SearchConfig config) {
    this.albums = albums;
    this.moment = config.albumsRemembered().toNanos();
  }

  /** @param terms of which it is told which albums they speak of */
  public Visibility of(Viewer viewer, Collection<AlbumTerm> terms) throws IOException {
    long now = System.nanoTime();
    Optional<Set<String>> known = known(viewer, now);
    if (terms.isEmpty() || known.filter(Set::isEmpty).isPresent()) {
      return new Visibility(viewer, SeenAlbums.of(known.isPresent() ? known.get() : look(viewer, now)));
    }
    Meanwhile<SeenAlbums> spokenOf = Meanwhile.asking(() -> albums.spokenOf(viewer.subjects(), terms));
    Set<String> all = known.isPresent() ? known.get() : look(viewer, now);
    return new Visibility(viewer, spokenOf.answer().among(all));
  }

  private Set<String> look(Viewer viewer, long now) throws IOException {
    Set<String> seen = albums.seenBy(viewer.subjects());
    remember(viewer, new Seen(seen, now));
    return seen;
  }

  private synchronized Optional<Set<String>> known(Viewer viewer, long now) {
    forget(now);
    return Optional.ofNullable(remembered.get(viewer.subjects())).filter(seen -> now - seen.since() < moment).map(Seen::albums);
  }

  private void forget(long now) {
    Iterator<Seen> oldest = remembered.values().iterator();
    while (oldest.hasNext() && now - oldest.next().since() >= moment) {
      oldest.remove();
    }
  }

  /** What was asked for later counts, though it may have been answered before. */
  private synchronized void remember(Viewer viewer, Seen seen) {
    Seen other = remembered.remove(viewer.subjects());
    Seen later = other != null && other.since() - seen.since() > 0 ? other : seen;
    if (later.albums().size() <= FEW) {
      remembered.put(viewer.subjects(), later);
    }
  }
}
