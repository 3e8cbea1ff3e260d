package pms.sharing.publicpage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * A file that somebody may keep, opened: whoever gets it closes it.
 *
 * @param bytes how many will be copied; {@link #UNKNOWN} where that shows on the way only
 * @param copy of its bytes to wherever they go
 */
public record KeptFile(String name, String type, long bytes, InputStream in, Copy copy) implements AutoCloseable {

  static final long UNKNOWN = -1;

  /** How the bytes are copied. */
  @FunctionalInterface
  public interface Copy {

    void to(InputStream in, OutputStream out) throws IOException;
  }

  /** Copied as it is. */
  public static KeptFile of(String name, InputStream in) {
    return new KeptFile(name, "application/octet-stream", UNKNOWN, in, InputStream::transferTo);
  }

  public void copyTo(OutputStream out) throws IOException {
    copy.to(in, out);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
