package pms.sharing.watermark;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pictures made last, in memory: so many bytes, so long. A key names the rendition, which never changes, and the text, so
 * nothing is ever found under another link's words.
 */
@ApplicationScoped
class WatermarkCache {

  private final long most;
  private final WatermarkConfig config;
  private final Clock clock;

  /** The longest unused first. */
  private final Map<Key, Kept> pictures = new LinkedHashMap<>(16, 0.75f, true);

  private long bytes;

  WatermarkCache(WatermarkConfig config, Clock clock) {
    this.most = config.cache().asLongValue();
    this.config = config;
    this.clock = clock;
  }

  record Key(String objectKey, String text) {}

  private record Kept(byte[] jpeg, Instant until) {}

  synchronized Optional<byte[]> get(Key key) {
    Kept kept = pictures.get(key);
    if (kept == null || clock.instant().isBefore(kept.until())) {
      return Optional.ofNullable(kept).map(Kept::jpeg);
    }
    remove(key);
    return Optional.empty();
  }

  /** Gives it back. */
  synchronized byte[] keep(Key key, byte[] jpeg) {
    remove(key);
    if (jpeg.length <= most) {
      pictures.put(key, new Kept(jpeg, clock.instant().plus(config.kept())));
      bytes += jpeg.length;
    }
    for (Iterator<Kept> oldest = pictures.values().iterator(); bytes > most; oldest.remove()) {
      bytes -= oldest.next().jpeg().length;
    }
    return jpeg;
  }

  /** Also what nobody asks for any more. */
  @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  synchronized void forgetOld() {
    Instant now = clock.instant();
    List.copyOf(pictures.keySet()).stream().filter(key -> !now.isBefore(pictures.get(key).until())).forEach(this::remove);
  }

  private void remove(Key key) {
    Kept old = pictures.remove(key);
    bytes -= old == null ? 0 : old.jpeg().length;
  }
}
