package pms.upload.guest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What visitors of links may send, and how long it waits. */
@ConfigMapping(prefix = "pms.guest")
public interface GuestConfig {

  /** The largest file of a guest. */
  @WithDefault("200M")
  MemorySize largest();

  /** Pictures of one link that wait at the same time. */
  @WithDefault("500")
  int mostWaiting();

  /** Bytes of one link that wait at the same time. */
  @WithDefault("5G")
  MemorySize mostBytesWaiting();

  /** How long a picture waits until it is deleted unseen. */
  @WithDefault("30d")
  Duration kept();
}
