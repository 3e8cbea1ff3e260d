package pms.upload;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** Limits of what is taken in, and how long what was thrown away is kept. */
@ConfigMapping(prefix = "pms.upload")
public interface UploadConfig {

  /** The largest file. */
  @WithDefault("2G")
  MemorySize largest();

  /** Width × height of the largest picture; a 30000 × 30000 bomb is beyond it. */
  @WithDefault("268435456")
  @Min(1)
  long mostPixels();

  /** What an owner may keep whose token says nothing else. */
  @WithDefault("100G")
  MemorySize quota();

  /** Uploads that run at the same time; without a number here as many as the heap has room for. */
  Optional<@Min(1) Integer> concurrent();

  /** How long an upload waits for its turn. */
  @WithDefault("20s")
  Duration patience();

  /** How long one upload may take. */
  @WithDefault("6h")
  Duration longest();

  /** Bytes per second that an upload must reach on average. */
  @WithDefault("16K")
  MemorySize slowest();

  /** How long an upload may be slower than that at its beginning. */
  @WithDefault("30s")
  Duration start();

  /** How long the trash is kept. */
  @WithDefault("30d")
  Duration trashKept();

  Sweep sweep();

  /** Looking for objects that no picture owns. */
  interface Sweep {

    /** How old an object must be; longer than the longest upload, since some stores date an object by its beginning. */
    @WithDefault("24h")
    Duration grace();

    /** So many orphans are deleted without asking, however few objects there are. */
    @WithDefault("100")
    long floor();

    /** More orphans than this share of all objects, in percent, smell of a mistake of ours, and none is deleted. */
    @WithDefault("5")
    int mostPercent();
  }
}
