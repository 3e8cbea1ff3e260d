package pms.metadata.original;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import pms.contracts.OriginalFile;
import pms.kit.store.ObjectStore;
import pms.metadata.extract.Bytes;
import pms.metadata.extract.Extracted;
import pms.metadata.extract.Extractor;
import pms.metadata.extract.TiffExcerpt;

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
  public Extracted read(OriginalFile image) throws InterruptedException {
    Timer.Sample sample = Timer.start(meters);
    try {
      return extract(image).named(image.fileName(), image.type());
    } finally {
      sample.stop(meters.timer("pms.metadata.extraction", "type", image.type()));
    }
  }

  private Extracted extract(OriginalFile image) throws InterruptedException {
    return switch (Extractor.way(image.type())) {
      case STREAM -> {
        RangedStream in = new RangedStream(store, image.objectKey(), image.bytes(), config.furthest().asLongValue());
        yield guard.run(() -> Extractor.readStream(image.type(), in), in::isWaiting);
      }
      case BYTES -> {
        StoredBytes bytes = bytes(image);
        yield guarded(bytes, () -> Extractor.readBytes(image.type(), bytes));
      }
      case FILE -> readFile(image, bytes(image));
      case NONE -> Extractor.unreadable(image.type());
    };
  }

  private StoredBytes bytes(OriginalFile image) {
    return new StoredBytes(store, image.objectKey(), image.bytes(), config.furthest().asLongValue());
  }

  private Extracted guarded(StoredBytes bytes, Supplier<Extracted> reader) throws InterruptedException {
    Extracted extracted = guard.run(reader, bytes::isWaiting);
    bytes.throwFailure();
    return extracted;
  }

  private Extracted readFile(OriginalFile image, StoredBytes bytes) throws InterruptedException {
    try {
      Path file = Files.createTempFile("pms-metadata-", ".excerpt");
      try {
        return guarded(bytes, () -> readExcerpt(image.type(), bytes, file));
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException noTemporaryFile) {
      throw new UncheckedIOException("no room for a temporary file", noTemporaryFile);
    }
  }

  private static Extracted readExcerpt(String type, Bytes bytes, Path excerpt) {
    try {
      TiffExcerpt.copy(bytes, excerpt);
    } catch (IOException broken) {
      return Extracted.nothing("The metadata could not be read: the file is broken, or a kind of TIFF that is not read.");
    }
    return Extractor.readFile(type, excerpt);
  }
}
