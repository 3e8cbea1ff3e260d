package pms.kit.strip;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A file as it comes, looked at byte by byte without a lock for each. */
final class Feed {

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;

  Feed(InputStream in) {
    this.in = in;
  }

  int next() throws IOException {
    fill();
    return buffer[at++] & 255;
  }

  int nextShort() throws IOException {
    return next() << 8 | next();
  }

  byte[] bytes(int length) throws IOException {
    byte[] bytes = new byte[length];
    for (int done = 0; done < length; ) {
      fill();
      int part = Math.min(length - done, end - at);
      System.arraycopy(buffer, at, bytes, done, part);
      at += part;
      done += part;
    }
    return bytes;
  }

  void copy(long length, OutputStream out) throws IOException {
    for (long left = length; left > 0; ) {
      fill();
      int part = (int) Math.min(left, end - at);
      out.write(buffer, at, part);
      at += part;
      left -= part;
    }
  }

  /** Up to the next byte of this value, which is not taken. */
  void copyUpTo(int value, OutputStream out) throws IOException {
    while (true) {
      fill();
      int from = at;
      while (at < end && (buffer[at] & 255) != value) {
        at++;
      }
      out.write(buffer, from, at - from);
      if (at < end) {
        return;
      }
    }
  }

  void skip(long length) throws IOException {
    copy(length, OutputStream.nullOutputStream());
  }

  private void fill() throws IOException {
    if (at < end) {
      return;
    }
    at = 0;
    end = Math.max(0, in.read(buffer));
    if (end == 0) {
      throw new EOFException();
    }
  }
}
