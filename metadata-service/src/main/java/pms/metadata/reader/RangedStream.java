package pms.metadata.reader;

import java.io.IOException;
import java.io.InputStream;
import pms.metadata.extract.Bytes;

/**
 * A file as a stream that fetches only the ranges that are read: the first small, since that is where cameras put their
 * metadata, later ones larger. Skipping fetches nothing.
 */
final class RangedStream extends InputStream {

  private static final int FIRST = 128 << 10;
  private static final int LARGEST = 1 << 20;

  private final Bytes file;
  private byte[] range = {};
  private int next;
  private long position;
  private int size = FIRST;

  RangedStream(Bytes file) {
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    return fill() ? range[next++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, range.length - next);
    System.arraycopy(range, next, into, offset, count);
    next += count;
    return count;
  }

  @Override
  public long skip(long count) {
    long skipped = Math.clamp(count, 0, file.length() - position + range.length - next);
    long inRange = Math.min(skipped, range.length - next);
    next += (int) inRange;
    position += skipped - inRange;
    return skipped;
  }

  /** False at the end of the file. */
  private boolean fill() throws IOException {
    if (next < range.length) {
      return true;
    }
    int length = (int) Math.min(size, file.length() - position);
    if (length <= 0) {
      return false;
    }
    range = file.read(position, length);
    next = 0;
    position += range.length;
    size = LARGEST;
    return range.length > 0;
  }
}
