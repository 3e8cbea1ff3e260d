package pms.upload.body;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import pms.kit.problem.Problem;

/**
 * Counts and hashes what goes through and stops it at a limit. It remembers why it stopped, so that whoever reads through
 * others' code can tell the client's fault from the store's.
 */
public final class ReceivedStream extends InputStream {

  private final InputStream content;
  private final Limit limit;
  private final Pace pace;
  private final long started = System.nanoTime();
  private final MessageDigest digest = Sha256.newDigest();
  private long count;
  private boolean ended;
  private Problem failure;

  /** Decides whether so many bytes may come. */
  public interface Limit {
    /** @throws Problem when they are too many */
    void check(long bytes);
  }

  public ReceivedStream(InputStream content, Limit limit, Pace pace) {
    this.content = content;
    this.limit = limit;
    this.pace = pace;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (failure != null) {
      throw new IOException("stopped", failure);
    }
    try {
      return readChecked(buffer, offset, length);
    } catch (Problem refused) {
      failure = refused;
      throw new IOException("stopped", refused);
    } catch (IOException cut) {
      failure = Incomplete.of(cut, count);
      throw cut;
    }
  }

  /** Why reading ended early; empty if it did not. */
  public Optional<Problem> failure() {
    return Optional.ofNullable(failure);
  }

  public long count() {
    return count;
  }

  /** Whether its end was seen. */
  public boolean ended() {
    return ended;
  }

  /** Of everything read so far; to be asked once, at the end. */
  public Sha256 sha256() {
    return Sha256.of(digest.digest());
  }

  private int readChecked(byte[] buffer, int offset, int length) throws IOException {
    if (!pace.allows(Duration.ofNanos(System.nanoTime() - started), count)) {
      throw Problem.of(408, "too-slow", "Too slow", "The transfer was too slow and was given up.");
    }
    int read = content.read(buffer, offset, length);
    if (read > 0) {
      count += read;
      limit.check(count);
      digest.update(buffer, offset, read);
    }
    ended |= read < 0;
    return read;
  }
}
