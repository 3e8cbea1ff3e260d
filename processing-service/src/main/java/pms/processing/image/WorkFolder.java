package pms.processing.image;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pms.kit.worker.OwnFolder;
import pms.processing.Places;
import pms.processing.ProcessingConfig;

/** Where pictures lie while they are rendered: a folder for each process, and in it one for each picture. */
@ApplicationScoped
class WorkFolder {

  private final OwnFolder own;

  WorkFolder(ProcessingConfig config) {
    this.own = Places.own(config);
  }

  /** Before the first event comes. */
  void clearLeftovers(@Observes @Priority(1) StartupEvent starting) throws IOException {
    own.clearLeftovers();
  }

  Path make() throws IOException {
    return Files.createTempDirectory(Files.createDirectories(own.path()), "picture-");
  }

  /** What cannot be deleted now is deleted at the next start. */
  void delete(Path folder) {
    own.delete(folder);
  }
}
