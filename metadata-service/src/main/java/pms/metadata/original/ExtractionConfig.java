package pms.metadata.original;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How far the reading of one file may go. */
@ConfigMapping(prefix = "pms.metadata.extraction")
public interface ExtractionConfig {

  /** A file that takes longer is given up. */
  @WithDefault("20s")
  Duration limit();

  /** Bytes fetched of a file in all. */
  @WithDefault("256M")
  MemorySize furthest();

  /** Times that a file may end the process before it is left alone. */
  @WithDefault("3")
  int attempts();
}
