package pms.processing;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What rendering may cost. It is done by worker processes, each with one picture at a time; the service itself holds none. */
@ConfigMapping(prefix = "pms.processing")
public interface ProcessingConfig {

  /** Worker processes, and so pictures that are decoded at the same time; unless said otherwise one per core, as far as memory allows. */
  OptionalInt pictures();

  /** Pictures after which a worker is replaced. */
  @WithDefault("300")
  int picturesEach();

  /** An operator's word about which libvips workers render with, see {@code LibraryChoice}; where that is not there, Java does it. */
  Optional<String> libvips();

  /** The library that came with the suite. */
  Optional<Path> libvipsFetched();

  /** What one picture may take in its worker; one that needs more is refused by its header. */
  @WithDefault("384M")
  MemorySize memory();

  /** Width times height beyond which a picture is refused by its header. */
  @WithDefault("400000000")
  long pixelLimit();

  /** Processor time for one picture; three times as much on the wall clock, since the machine may be busy. */
  @WithDefault("20s")
  Duration timeLimit();

  @WithDefault("80")
  int quality();

  /** Of AVIF, unless another is asked for: its scale is another, 50 looks like 80 of JPEG. */
  @WithDefault("50")
  int avifQuality();

  /** Renderings of one picture that may end with the process before it is given up. */
  @WithDefault("3")
  int attempts();

  /** Where originals are while they are rendered; the system's temporary folder unless said otherwise. */
  Optional<Path> folder();

  /** Of a version that is downloaded as JPEG or WebP. */
  @WithDefault("92")
  int fileQuality();

  /** Renditions on demand that are kept of one image; those last used stay. */
  @WithDefault("100")
  int transformsKept();

  /** What a caller may have rendered on demand at once; see {@code RenderCosts}. */
  @WithDefault("200")
  int renderPurse();

  /** What comes back into the purse every second. */
  @WithDefault("5")
  int renderIncome();
}
