package pms.upload.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.util.function.Function;
import pms.kit.problem.Problem;
import pms.upload.UploadConfig;
import pms.upload.body.IncomingFile;
import pms.upload.body.Incomplete;
import pms.upload.quota.Quotas;

/**
 * Takes a member's file in when it is its turn: all of it into the store with no transaction open, then whoever wants it makes
 * it true.
 */
@ApplicationScoped
class Ingest {

  private final UploadConfig config;
  private final Turns turns;
  private final Quotas quotas;
  private final Intake intake;
  private final Originals originals;

  Ingest(UploadConfig config, Turns turns, Quotas quotas, Intake intake, Originals originals) {
    this.config = config;
    this.turns = turns;
    this.quotas = quotas;
    this.intake = intake;
    this.originals = originals;
  }

  /** Where the file comes from: reading has to wait for its turn, and a form is read even to find the file in it. */
  interface Source {
    IncomingFile open() throws IOException;
  }

  /**
   * Reads, checks and stores a file and hands it on.
   *
   * @param allowed the owner's quota in bytes
   * @param register makes the file true in a transaction of its own, or discards it
   */
  <T> T take(String owner, long allowed, Source source, String objectKey, Function<Received, T> register) throws Exception {
    return turns.take(() -> {
      try {
        SizeLimit limit = new SizeLimit(config.largest().asLongValue(), quotas.of(owner, allowed));
        return registered(intake.receive(objectKey, limit, source.open()), register);
      } catch (IOException cut) {
        throw Incomplete.of(cut, 0);
      }
    });
  }

  void discard(Received file) {
    originals.discard(file.objectKey());
  }

  /**
   * What was surely not made true is deleted at once. After a commit with unknown outcome the bytes must stay, since the
   * row may be there; if it is not, the sweeper finds them.
   */
  private <T> T registered(Received file, Function<Received, T> register) {
    try {
      return register.apply(file);
    } catch (Problem | PersistenceException refused) {
      discard(file);
      throw refused;
    }
  }
}
