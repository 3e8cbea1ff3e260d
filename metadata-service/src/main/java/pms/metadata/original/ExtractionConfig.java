package pms.metadata.original;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** How far the reading of one file may go. It is done by worker processes, each with one file at a time. */
@ConfigMapping(prefix = "pms.metadata.extraction")
public interface ExtractionConfig {

  /** A file that takes longer is given up. */
  @WithDefault("20s")
  Duration limit();

  /** Bytes fetched of a file in all. */
  @WithDefault("256M")
  MemorySize furthest();

  /** Times that a file may end its worker, or the whole service, before it is left alone. */
  @WithDefault("3")
  int attempts();

  /** Worker processes at most, started when there are files; unless said otherwise one per core. */
  OptionalInt workers();

  /** Files after which a worker is replaced. */
  @WithDefault("1000")
  int filesEach();

  /** Without a file for so long a worker ends. */
  @WithDefault("30s")
  Duration rest();

  /** Where excerpts of originals are while they are read; the system's temporary folder unless said otherwise. */
  Optional<Path> folder();
}
