package pms.metadata.extract;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A file's bytes, wherever they lie in it. */
public interface Bytes {

  long length();

  /** @throws EOFException when the file ends before */
  byte[] read(long offset, int count) throws IOException;

  static Bytes of(byte[] file) {
    return new Bytes() {
      @Override
      public long length() {
        return file.length;
      }

      @Override
      public byte[] read(long offset, int count) throws IOException {
        if (offset < 0 || count < 0 || offset > file.length - count) {
          throw new EOFException();
        }
        return Arrays.copyOfRange(file, (int) offset, (int) offset + count);
      }
    };
  }

  /** From there up to the end of the file; skipping reads nothing. */
  default InputStream from(long offset) {
    return new BytesStream(this, offset);
  }
}
