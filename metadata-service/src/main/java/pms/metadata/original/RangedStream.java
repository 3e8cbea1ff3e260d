package pms.metadata.original;

import java.io.IOException;
import java.io.InputStream;
import pms.kit.store.ObjectStore;
import pms.kit.store.StoreFailure;

/**
 * An original as a stream that fetches only the ranges that are read: the first small, since that is where cameras put
 * their metadata, later ones larger. Skipping fetches nothing.
 */
final class RangedStream extends InputStream {

  private static final int FIRST = 128 << 10;
  private static final int LARGEST = 1 << 20;

  private final ObjectStore store;
  private final String key;
  private final long bytes;
  private long allowance;
  private byte[] range = {};
  private int next;
  private long position;
  private int size = FIRST;
  private volatile boolean waiting;

  /**
   * @param bytes length of the original
   * @param allowance how many bytes may be fetched in all; then the stream breaks
   */
  RangedStream(ObjectStore store, String key, long bytes, long allowance) {
    this.store = store;
    this.key = key;
    this.bytes = bytes;
    this.allowance = allowance;
  }

  /** Whether the store is to blame if nothing moves. */
  boolean isWaiting() {
    return waiting;
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
    long skipped = Math.clamp(count, 0, bytes - position + range.length - next);
    long inRange = Math.min(skipped, range.length - next);
    next += (int) inRange;
    position += skipped - inRange;
    return skipped;
  }

  /** False at the end of the original. */
  private boolean fill() throws IOException {
    if (next < range.length) {
      return true;
    }
    int length = (int) Math.min(size, bytes - position);
    if (length <= 0) {
      return false;
    }
    if (length > allowance) {
      throw new IOException("is too large for that");
    }
    range = fetch(length);
    next = 0;
    position += range.length;
    allowance -= range.length;
    size = LARGEST;
    return range.length > 0;
  }

  private byte[] fetch(int length) {
    waiting = true;
    try (InputStream in = store.get(key, position, length)) {
      return in.readNBytes(length);
    } catch (IOException e) {
      throw new StoreFailure("get " + key, e);
    } finally {
      waiting = false;
    }
  }
}
