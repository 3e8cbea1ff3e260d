package pms.metadata.reader;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import pms.kit.worker.TimeLimit;
import pms.kit.worker.Worker;
import pms.kit.worker.WorkerDied;
import pms.kit.worker.WorkerJvm;
import pms.kit.worker.WorkerLate;
import pms.kit.worker.Workers;
import pms.metadata.database.StoredJson;
import pms.metadata.extract.Bytes;
import pms.metadata.extract.Extracted;
import pms.metadata.extract.Extractor;

/**
 * Reads files in processes of their own, since files are written by strangers: whatever one does to its reader is a fact
 * about the file, and the next one is read by the next reader. Only the store's failures go through.
 */
public final class Readers implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Readers.class);

  private final Workers<List<String>> workers;

  private final Path folder;
  private final TimeLimit limit;
  private final int tries;
  private final AtomicBoolean told = new AtomicBoolean();

  /** None is started before there is a file. */
  public Readers(WorkerJvm jvm, Workers.Terms terms, TimeLimit limit, int tries) {
    this.workers = new Workers<>(jvm, (_, guards) -> tell(guards), terms);
    this.folder = jvm.folder();
    this.limit = limit;
    this.tries = tries;
  }

  /** How many there are now. */
  public int count() {
    return workers.count();
  }

  /**
   * Facts and warnings, whatever the content.
   *
   * @param file may throw what the store throws
   */
  public Extracted read(String type, Bytes file) {
    try {
      return Extractor.way(type) == Extractor.Way.FILE ? readExcerpt(type, file) : read(type, file, folder);
    } catch (IOException world) {
      throw new UncheckedIOException("no file can be read now", world);
    }
  }

  private Extracted readExcerpt(String type, Bytes file) throws IOException {
    Path excerpt = Files.createTempFile(Files.createDirectories(folder), "original-", ".excerpt");
    try {
      return read(type, file, excerpt);
    } finally {
      Files.deleteIfExists(excerpt);
    }
  }

  /** What stopped its worker is tried again, since it may have been chance; after some times it is the file. */
  private Extracted read(String type, Bytes file, Path excerpt) throws IOException {
    for (int i = 0; i < tries; i++) {
      Lent lent = new Lent(file);
      try {
        Extracted extracted = workers.<Extracted, IOException>ask(limit, worker -> converse(worker, type, lent, excerpt));
        lent.throwFailure();
        return extracted;
      } catch (WorkerLate late) {
        lent.throwDelay(limit.wallClock(), late);
        LOG.warnf("a reader was ended: it %s", late.getMessage());
        return Extracted.nothing("Reading the metadata took too long.");
      } catch (WorkerDied died) {
        lent.throwFailure();
        LOG.warnf("a file stopped its reader: %s", died.getMessage());
      }
    }
    return Extracted.nothing("The metadata could not be read: the file stopped its reader " + tries + " times.");
  }

  private static Extracted converse(Worker worker, String type, Lent file, Path excerpt) throws IOException {
    DataOutputStream out = worker.out();
    out.writeUTF(type);
    out.writeLong(file.length());
    out.writeUTF(excerpt.toAbsolutePath().toString());
    out.flush();
    DataInputStream in = worker.in();
    while (true) {
      switch (in.readUnsignedByte()) {
        case Protocol.ASKED -> lend(file.part(in.readLong(), in.readInt()), out);
        case Protocol.DONE -> {
          return result(in);
        }
        case Protocol.BROKEN -> {
          return failed(in.readUTF());
        }
        case Protocol.FAILED -> {
          worker.spend();
          return failed(in.readUTF());
        }
        default -> throw nonsense();
      }
    }
  }

  private static void lend(byte[] part, DataOutputStream out) throws IOException {
    out.writeBoolean(part != null);
    if (part != null) {
      out.write(part);
    }
    out.flush();
  }

  private static Extracted result(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > Protocol.LARGEST_RESULT) {
      throw nonsense();
    }
    byte[] json = new byte[length];
    in.readFully(json);
    try {
      return StoredJson.read(new String(json, StandardCharsets.UTF_8), Extracted.class);
    } catch (RuntimeException noResult) {
      throw nonsense();
    }
  }

  private static Extracted failed(String reason) {
    LOG.warnf("a reader failed: %s", reason);
    return Extracted.nothing("The metadata could not be read: " + reason + ".");
  }

  private static WorkerDied nonsense() {
    return new WorkerDied("the worker answered what makes no sense");
  }

  private List<String> tell(List<String> guards) {
    if (told.compareAndSet(false, true)) {
      LOG.infof("metadata is read in a process that is guarded by: %s", guards);
    }
    return guards;
  }

  @Override
  public void close() {
    workers.close();
    try {
      Files.deleteIfExists(folder);
    } catch (IOException notEmpty) {
      LOG.debugf("left behind: %s", notEmpty);
    }
  }
}
