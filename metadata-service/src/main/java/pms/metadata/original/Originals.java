package pms.metadata.original;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pms.contracts.ImageUploaded;
import pms.kit.store.ObjectStore;
import pms.metadata.extract.Extracted;
import pms.metadata.extract.Extractor;
import pms.metadata.extract.TiffTrim;

/** Reads what an original says about itself, without ever holding it in memory. */
@ApplicationScoped
public class Originals {

  private final ObjectStore store;
  private final ExtractionConfig config;
  private final MeterRegistry meters;
  private final Guard guard;

  Originals(ObjectStore store, ExtractionConfig config, MeterRegistry meters) {
    this.store = store;
    this.config = config;
    this.meters = meters;
    this.guard = new Guard(config.limit());
  }

  /**
   * Facts and warnings, whatever the content.
   *
   * @throws pms.kit.store.StoreFailure when the store cannot be reached
   * @throws pms.kit.store.ObjectMissing when there is no such original
   */
  public Extracted read(ImageUploaded image) throws InterruptedException {
    Timer.Sample sample = Timer.start(meters);
    try {
      return extract(image);
    } finally {
      sample.stop(meters.timer("pms.metadata.extraction", "type", image.type()));
    }
  }

  private Extracted extract(ImageUploaded image) throws InterruptedException {
    if (Extractor.isWalked(image.type())) {
      long furthest = config.furthest().asLongValue();
      RangedStream in = new RangedStream(store, image.objectKey(), image.bytes(), furthest);
      return guard.run(() -> Extractor.readStream(image.type(), in), in::isWaiting);
    }
    if (!Extractor.isFile(image.type())) {
      return Extractor.unreadable(image.type());
    }
    if (image.bytes() > config.largestFile().asLongValue()) {
      return Extracted.nothing("The file is too large for its metadata to be read.");
    }
    return readFile(image);
  }

  private Extracted readFile(ImageUploaded image) throws InterruptedException {
    try {
      Path file = Files.createTempFile("pms-metadata-", ".original");
      try {
        store.download(image.objectKey(), file);
        return guard.run(() -> readTrimmed(image.type(), file), () -> false);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException noTemporaryFile) {
      throw new UncheckedIOException("no room for a temporary file", noTemporaryFile);
    }
  }

  private static Extracted readTrimmed(String type, Path copy) {
    try {
      TiffTrim.trim(copy);
    } catch (IOException broken) {
      return Extracted.nothing("The metadata could not be read: the file is broken, or a kind of TIFF that is not read.");
    }
    return Extractor.readFile(type, copy);
  }
}
