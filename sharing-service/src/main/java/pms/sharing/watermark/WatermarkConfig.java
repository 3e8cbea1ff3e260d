package pms.sharing.watermark;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What writing texts into pictures may cost. */
@ConfigMapping(prefix = "pms.watermark")
public interface WatermarkConfig {

  /** Of one process, for pictures that were made. */
  @WithDefault("48M")
  MemorySize cache();

  /** Shorter than a purge may take until nothing is left anywhere. */
  @WithDefault("4m")
  Duration kept();

  /** Pictures that are made at once. */
  @WithDefault("2")
  int concurrent();

  /** How long one waits for its turn. */
  @WithDefault("20s")
  Duration patience();
}
