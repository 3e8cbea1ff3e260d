package pms.metadata.original;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import pms.kit.worker.OwnFolder;
import pms.kit.worker.TimeLimit;
import pms.kit.worker.Workers;
import pms.metadata.reader.ReaderCommand;
import pms.metadata.reader.Readers;

/** Sets the limits of the processes that read. */
class ReaderBeans {

  @Produces
  @Singleton
  Readers readers(ExtractionConfig config) {
    OwnFolder own =
        new OwnFolder(config.folder().orElse(Path.of(System.getProperty("java.io.tmpdir"))), "pms-metadata-");
    try {
      own.clearLeftovers();
    } catch (IOException e) {
      throw new UncheckedIOException("no place for excerpts of originals", e);
    }
    int most = config.workers().orElse(Runtime.getRuntime().availableProcessors());
    Workers.Terms terms = new Workers.Terms(most, config.filesEach(), Optional.of(config.rest()));
    return new Readers(ReaderCommand.of(own.path()), terms, new TimeLimit(config.limit(), config.limit()), config.attempts());
  }

  void end(@Disposes Readers readers) {
    readers.close();
  }
}
