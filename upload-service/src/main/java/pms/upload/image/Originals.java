package pms.upload.image;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.logging.Logger;
import pms.kit.problem.Problem;
import pms.kit.store.ObjectStore;
import pms.kit.store.StoreFailure;
import pms.upload.body.Incomplete;
import pms.upload.body.IncomingFile;
import pms.upload.body.ReceivedStream;
import pms.upload.body.Sha256;

/** The bytes as uploaded, in the object store. */
@ApplicationScoped
class Originals {

  private static final Logger LOG = Logger.getLogger(Originals.class);

  private final ObjectStore store;

  Originals(ObjectStore store) {
    this.store = store;
  }

  /**
   * Stores the file to its very end and checks it against what the client vouched for; nothing stays of what fails.
   *
   * @param all the bytes from the first on, read through {@code received}
   * @return what was stored
   */
  Sha256 store(String key, String type, IncomingFile file, InputStream all, ReceivedStream received) {
    try {
      store.put(key, all, file.length(), type);
      file.end();
      return verified(file, received);
    } catch (IOException cut) {
      discard(key);
      throw received.failure().orElseGet(() -> Incomplete.of(cut, received.count()));
    } catch (RuntimeException failure) {
      discard(key);
      throw explained(failure, file, received);
    }
  }

  /** Deletes what nobody will own; if that fails, {@link Orphans} finds it. */
  void discard(String key) {
    try {
      store.delete(key);
    } catch (StoreFailure e) {
      LOG.warnf("%s is left for the sweeper: %s", key, e.getMessage());
    }
  }

  private static Sha256 verified(IncomingFile file, ReceivedStream received) {
    if (file.length() >= 0 && received.count() != file.length()) {
      throw incomplete(received);
    }
    Sha256 sha256 = received.sha256();
    file.expected().filter(expected -> !expected.sha256().equals(sha256)).ifPresent(expected -> {
      throw Problem.invalid(expected.field(), "does not match: what arrived has the SHA-256 " + sha256.hex());
    });
    return sha256;
  }

  private static RuntimeException explained(RuntimeException failure, IncomingFile file, ReceivedStream received) {
    if (received.failure().isPresent()) {
      return received.failure().get();
    }
    if (!(failure instanceof StoreFailure)) {
      return failure;
    }
    if (received.ended() && received.count() < file.length()) {
      return incomplete(received);
    }
    LOG.errorf(failure, "an upload could not be stored");
    return Problem.of(503, "store-unavailable", "Store unavailable", "The file could not be stored: try again later.");
  }

  private static Problem incomplete(ReceivedStream received) {
    return Problem.invalid("body", "breaks off after " + received.count() + " bytes of the file");
  }
}
