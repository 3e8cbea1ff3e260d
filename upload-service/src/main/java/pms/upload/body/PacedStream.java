package pms.upload.body;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;

/** A whole request's body, whatever part of it is read: who trickles between files is given up like who trickles within one. */
public final class PacedStream extends InputStream {

  private final InputStream body;
  private final Pace pace;
  private final long started = System.nanoTime();
  private long count;

  public PacedStream(InputStream body, Pace pace) {
    this.body = Objects.requireNonNull(body);
    this.pace = pace;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (!pace.allows(Duration.ofNanos(System.nanoTime() - started), count)) {
      throw new IOException("the transfer was too slow and was given up");
    }
    int read = body.read(buffer, offset, length);
    count += Math.max(0, read);
    return read;
  }
}
