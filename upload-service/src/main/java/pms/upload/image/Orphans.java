package pms.upload.image;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import pms.contracts.ObjectKeys;
import pms.kit.store.ObjectStat;
import pms.kit.store.ObjectStore;
import pms.kit.store.StoreFailure;
import pms.upload.UploadConfig;

/** Finds originals that no picture owns, left by a crash between storing and registering, and deletes them. */
@ApplicationScoped
class Orphans {

  private static final Logger LOG = Logger.getLogger(Orphans.class);
  private static final int BATCH = 500;

  private final ObjectStore store;
  private final UploadConfig.Sweep config;
  private final Instance<Keeper> keepers;
  private final Clock clock;

  Orphans(ObjectStore store, UploadConfig config, Instance<Keeper> keepers, Clock clock) {
    this.store = store;
    this.keepers = keepers;
    this.config = config.sweep();
    this.clock = clock;
  }

  /** @param stopped when there were suspiciously many, and so none was deleted */
  record Swept(long objects, int orphans, boolean stopped) {}

  @Scheduled(
      every = "${pms.upload.sweep.every:1h}",
      delayed = "10m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    try {
      sweep(config.grace());
    } catch (StoreFailure e) {
      LOG.warnf("looking for orphans again later: %s", e.getMessage());
    }
  }

  /** @param grace how old an object must be; a younger one may still get its row */
  Swept sweep(Duration grace) {
    Instant before = clock.instant().minus(grace);
    long[] objects = {0};
    List<String> orphans = new ArrayList<>();
    try (Stream<ObjectStat> all = store.list(ObjectKeys.ORIGINALS)) {
      all.peek(object -> objects[0]++)
          .filter(object -> !object.modifiedAt().isAfter(before))
          .map(ObjectStat::key)
          .gather(Gatherers.windowFixed(BATCH))
          .forEach(keys -> orphans.addAll(orphans(keys)));
    }
    boolean stop = isSuspicious(orphans.size(), objects[0]);
    if (stop) {
      LOG.errorf("%d of %d originals have no row: too many to be true, none is deleted", orphans.size(), objects[0]);
    } else {
      orphans.forEach(this::delete);
    }
    return new Swept(objects[0], orphans.size(), stop);
  }

  private boolean isSuspicious(long orphans, long objects) {
    return orphans > config.floor() && orphans * 100 > objects * config.mostPercent();
  }

  private void delete(String key) {
    store.delete(key);
    LOG.infof("deleted orphan %s", key);
  }

  private List<String> orphans(List<String> keys) {
    List<OriginalKey> originals = keys.stream().map(OriginalKey::parse).flatMap(Optional::stream).toList();
    Set<String> owners = new HashSet<>(originals.stream().map(OriginalKey::owner).toList());
    // Keepers first: what becomes an image between the two questions is then seen by at least one of them.
    Set<UUID> kept = new HashSet<>();
    List<UUID> ids = originals.stream().map(OriginalKey::id).toList();
    keepers.forEach(keeper -> kept.addAll(keeper.kept(owners, ids)));
    Owned owned = QuarkusTransaction.requiringNew().call(() -> owned(owners, originals));
    owned.images().addAll(kept);
    return originals.stream()
        .filter(key -> key.file() == null ? !owned.images().contains(key.id()) : !owned.files().contains(key.text()))
        .map(OriginalKey::text)
        .toList();
  }

  /** @param files keys of those that took the place of others, or did so once */
  private record Owned(Set<UUID> images, Set<String> files) {}

  private static Owned owned(Set<String> owners, List<OriginalKey> keys) {
    List<UUID> ids = keys.stream().filter(key -> key.file() == null).map(OriginalKey::id).toList();
    List<String> files = keys.stream().filter(key -> key.file() != null).map(OriginalKey::text).toList();
    return new Owned(
        new HashSet<>(Image.withBytes(owners, ids)),
        files.isEmpty() ? Set.of() : new HashSet<>(StoredOriginal.withBytes(owners, files)));
  }
}
