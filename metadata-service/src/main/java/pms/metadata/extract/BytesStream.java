package pms.metadata.extract;

import java.io.IOException;
import java.io.InputStream;

/** A part of a file as a stream. */
final class BytesStream extends InputStream {

  private static final int BLOCK = 64 << 10;

  private final Bytes file;
  private byte[] block = {};
  private int next;
  private long position;

  BytesStream(Bytes file, long position) {
    this.file = file;
    this.position = position;
  }

  @Override
  public int read() throws IOException {
    return fill() ? block[next++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, block.length - next);
    System.arraycopy(block, next, into, offset, count);
    next += count;
    return count;
  }

  @Override
  public long skip(long count) {
    long skipped = Math.clamp(count, 0, Math.max(0, file.length() - position) + block.length - next);
    long inBlock = Math.min(skipped, block.length - next);
    next += (int) inBlock;
    position += skipped - inBlock;
    return skipped;
  }

  private boolean fill() throws IOException {
    if (next < block.length) {
      return true;
    }
    int count = (int) Math.clamp(file.length() - position, 0, BLOCK);
    block = count == 0 ? new byte[0] : file.read(position, count);
    next = 0;
    position += count;
    return count > 0;
  }
}
