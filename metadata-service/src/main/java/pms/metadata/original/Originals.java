package pms.metadata.original;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import pms.contracts.OriginalFile;
import pms.kit.store.ObjectStore;
import pms.metadata.extract.Extracted;
import pms.metadata.extract.Extractor;
import pms.metadata.reader.Readers;

/** Reads what an original says about itself, without ever holding it in memory. */
@ApplicationScoped
public class Originals {

  private final ObjectStore store;
  private final ExtractionConfig config;
  private final Readers readers;
  private final MeterRegistry meters;

  Originals(ObjectStore store, ExtractionConfig config, Readers readers, MeterRegistry meters) {
    this.store = store;
    this.config = config;
    this.readers = readers;
    this.meters = meters;
  }

  /**
   * Facts and warnings, whatever the content.
   *
   * @throws pms.kit.store.StoreFailure when the store cannot be reached
   * @throws pms.kit.store.ObjectMissing when there is no such original
   */
  public Extracted read(OriginalFile image) {
    Timer.Sample sample = Timer.start(meters);
    try {
      return extract(image).placed().named(image.fileName(), image.type());
    } finally {
      sample.stop(meters.timer("pms.metadata.extraction", "type", image.type()));
    }
  }

  private Extracted extract(OriginalFile image) {
    return Extractor.way(image.type()) == Extractor.Way.NONE
        ? Extractor.unreadable(image.type())
        : readers.read(
            image.type(), new StoredBytes(store, image.objectKey(), image.bytes(), config.furthest().asLongValue()));
  }
}
