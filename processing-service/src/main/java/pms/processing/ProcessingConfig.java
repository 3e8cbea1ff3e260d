package pms.processing;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What rendering may cost.
 *
 * <p>Heap: {@link #memory} for all pictures in work, plus about 150 MiB for the service itself and for what is streamed; 384 MiB
 * go with the default. Progressive JPEGs keep their coefficients outside the heap, but count all the same.
 */
@ConfigMapping(prefix = "pms.processing")
public interface ProcessingConfig {

  /** Pictures that are decoded at the same time; one per core unless said otherwise. */
  OptionalInt pictures();

  /** What all pictures in work may hold together; one that needs more alone is refused by its header. */
  @WithDefault("192M")
  MemorySize memory();

  /** Width times height beyond which a picture is refused by its header. */
  @WithDefault("400000000")
  long pixelLimit();

  /** Processor time for one picture; three times as much on the wall clock, since the machine may be busy. */
  @WithDefault("20s")
  Duration timeLimit();

  @WithDefault("80")
  int quality();

  /** Renderings of one picture that may end with the process before it is given up. */
  @WithDefault("3")
  int attempts();

  /** Where originals are while they are rendered; the system's temporary folder unless said otherwise. */
  Optional<Path> folder();
}
