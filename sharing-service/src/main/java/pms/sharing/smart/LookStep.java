package pms.sharing.smart;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import pms.sharing.album.SmartItems;

/**
 * Follows changes: some hundred images are asked about in one question for twenty albums of their owner, and each album is written in
 * a short transaction of its own.
 */
@ApplicationScoped
class LookStep {

  private static final Logger LOG = Logger.getLogger(LookStep.class);

  /** Of one question, so that it stays one that Elasticsearch can take. */
  private static final int QUERIES = 20;

  private final Looks looks;
  private final SmartAlbums albums;
  private final SmartOwners owners;
  private final SmartSearch search;
  private final SmartItems items;
  private final SmartConfig config;

  LookStep(Looks looks, SmartAlbums albums, SmartOwners owners, SmartSearch search, SmartItems items, SmartConfig config) {
    this.looks = looks;
    this.albums = albums;
    this.owners = owners;
    this.search = search;
    this.items = items;
    this.config = config;
  }

  /** @return whether there may be more to do */
  boolean take(String owner, UUID worker) {
    List<Look> due = looks.due(owner, config.batch());
    if (due.isEmpty()) {
      return false;
    }
    List<Look> asked = due.stream().filter(Look::shown).toList();
    List<SmartAlbum> all = asked.isEmpty() ? List.of() : albums.all(owner);
    Set<UUID> behind = all.isEmpty() ? Set.of() : followAll(owner, worker, all, asked);
    return QuarkusTransaction.requiringNew().call(() -> settle(owner, worker, due, behind));
  }

  /** @return those that search-service does not know well enough yet */
  private Set<UUID> followAll(String owner, UUID worker, List<SmartAlbum> all, List<Look> asked) {
    Set<UUID> behind = new HashSet<>();
    for (int from = 0; from < all.size(); from += QUERIES) {
      behind.addAll(follow(owner, worker, all.subList(from, Math.min(from + QUERIES, all.size())), asked));
    }
    return behind;
  }

  /** Where one query spoils the question for all, each is asked for alone, and that one is passed over. */
  private Set<UUID> follow(String owner, UUID worker, List<SmartAlbum> all, List<Look> asked) {
    try {
      return follow(worker, all, asked, search.match(owner, all.stream().map(SmartAlbum::query).toList(), asked));
    } catch (SmartSearch.Refused refused) {
      if (all.size() == 1) {
        LOG.warnf("album %s does not follow its query: %s", all.getFirst().id(), refused.getMessage());
        QuarkusTransaction.requiringNew().run(() -> albums.missed(all.getFirst()));
        return Set.of();
      }
      Set<UUID> behind = new HashSet<>();
      all.forEach(album -> behind.addAll(follow(owner, worker, List.of(album), asked)));
      return behind;
    }
  }

  private Set<UUID> follow(UUID worker, List<SmartAlbum> all, List<Look> asked, SearchClient.Answer answer) {
    Set<UUID> behind = new HashSet<>(answer.behind());
    List<UUID> looked = asked.stream().map(Look::image).filter(id -> !behind.contains(id)).toList();
    for (int i = 0; i < all.size() && !looked.isEmpty(); i++) {
      SmartAlbum album = all.get(i);
      Map<UUID, LocalDateTime> matching = matching(answer, i);
      QuarkusTransaction.requiringNew().run(() -> write(album, worker, looked, matching));
    }
    return behind;
  }

  private static Map<UUID, LocalDateTime> matching(SearchClient.Answer answer, int query) {
    Map<UUID, LocalDateTime> matching = new LinkedHashMap<>();
    answer.matches().stream().filter(match -> match.queries().contains(query)).forEach(match -> matching.put(match.id(), match.time()));
    return matching;
  }

  private void write(SmartAlbum album, UUID worker, List<UUID> looked, Map<UUID, LocalDateTime> matching) {
    boolean open = items.open(album.owner(), album.id(), matching.keySet());
    if (open && albums.isCurrent(album) && owners.keep(album.owner(), worker)) {
      items.follow(album.owner(), album.id(), looked, matching);
    }
  }

  private boolean settle(String owner, UUID worker, List<Look> due, Set<UUID> behind) {
    if (!owners.keep(owner, worker)) {
      return false;
    }
    List<Look> early = new ArrayList<>(due);
    early.removeIf(look -> !behind.contains(look.image()));
    looks.done(owner, due.stream().filter(look -> !behind.contains(look.image())).toList());
    int lost = looks.later(owner, early);
    if (lost > 0) {
      LOG.warnf("%d images of %s did not come to the index; their albums follow at the next comparison", lost, owner);
    }
    return due.size() == config.batch();
  }
}
