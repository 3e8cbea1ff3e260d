package pms.upload.image;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.UUID;
import pms.contracts.Ids;
import pms.contracts.ObjectKeys;
import pms.kit.problem.Problem;
import pms.upload.UploadConfig;
import pms.upload.body.IncomingFile;
import pms.upload.body.Pace;
import pms.upload.body.ReceivedStream;
import pms.upload.format.Head;
import pms.upload.format.Inspection;

/** The way of every file into the store, whoever sends it: a look at its first bytes, then all of them, nothing held in memory. */
@ApplicationScoped
public class Intake {

  /** Enough for a header behind a camera's preview, profile and maker notes. */
  private static final int PEEK = 256 << 10;

  private final UploadConfig config;
  private final Originals originals;

  Intake(UploadConfig config, Originals originals) {
    this.config = config;
    this.originals = originals;
  }

  /** A new picture. Not to be called inside a transaction; nothing stays of what fails. */
  public Taken take(String owner, ReceivedStream.Limit limit, IncomingFile file) throws IOException {
    UUID id = Ids.next();
    return receive(ObjectKeys.original(owner, id), limit, file).asNew(owner, id);
  }

  /** The same for a file of whatever will be at that key. */
  Received receive(String objectKey, ReceivedStream.Limit limit, IncomingFile file) throws IOException {
    limit.check(file.leastBytes());
    ReceivedStream received = new ReceivedStream(file.content(), limit, pace());
    byte[] peek = peek(received);
    Inspection.Picture picture = new PictureRules(config.mostPixels()).check(Head.of(peek, peek.length < PEEK));
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(peek), received);
    String sha256 = originals.store(objectKey, picture.type().mediaType(), file, all, received).hex();
    return new Received(objectKey, file.fileName(), picture, received.count(), sha256);
  }

  /** Deletes what nobody will have. */
  public void discard(Taken taken) {
    originals.discard(taken.objectKey());
  }

  /** How fast whoever sends must at least be. */
  public Pace pace() {
    return new Pace(config.longest(), config.start(), config.slowest().asLongValue());
  }

  private static byte[] peek(ReceivedStream received) throws IOException {
    try {
      byte[] peek = received.readNBytes(PEEK);
      if (peek.length == 0) {
        throw Problem.invalid("file", "is empty");
      }
      return peek;
    } catch (IOException stopped) {
      throw received.failure().orElseThrow(() -> stopped);
    }
  }
}
