package pms.metadata.original;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import pms.kit.store.ObjectMissing;
import pms.kit.store.ObjectStore;
import pms.kit.store.StoreFailure;
import pms.metadata.extract.Bytes;

/** An original of which only what is read is fetched, in blocks, the last few of which are kept. */
final class StoredBytes implements Bytes {

  private static final int BLOCK = 128 << 10;
  private static final int KEPT = 8;

  private final ObjectStore store;
  private final String key;
  private final long length;
  private final Map<Long, byte[]> blocks = new LinkedHashMap<>(16, 0.75f, true);
  private long allowance;
  private volatile boolean waiting;
  private volatile RuntimeException failure;

  /** @param allowance how many bytes may be fetched in all; then reading breaks */
  StoredBytes(ObjectStore store, String key, long length, long allowance) {
    this.store = store;
    this.key = key;
    this.length = length;
    this.allowance = allowance;
  }

  /** Whether the store is to blame if nothing moves. */
  boolean isWaiting() {
    return waiting;
  }

  /** Readers forgive much; what the store did is not the file's fault. */
  void throwFailure() {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public byte[] read(long offset, int count) throws IOException {
    if (offset < 0 || count < 0 || offset > length - count) {
      throw new EOFException();
    }
    if (count > BLOCK) {
      return fetch(offset, count);
    }
    byte[] bytes = new byte[count];
    for (int done = 0; done < count; ) {
      byte[] block = block((offset + done) / BLOCK);
      int from = (int) ((offset + done) % BLOCK);
      int part = Math.min(count - done, block.length - from);
      System.arraycopy(block, from, bytes, done, part);
      done += part;
    }
    return bytes;
  }

  private byte[] block(long number) throws IOException {
    byte[] known = blocks.get(number);
    if (known != null) {
      return known;
    }
    byte[] fetched = fetch(number * BLOCK, (int) Math.min(BLOCK, length - number * BLOCK));
    blocks.put(number, fetched);
    if (blocks.size() > KEPT) {
      blocks.remove(blocks.keySet().iterator().next());
    }
    return fetched;
  }

  private byte[] fetch(long offset, int count) throws IOException {
    allowance -= count;
    if (allowance < 0) {
      throw new IOException("is too large for that");
    }
    waiting = true;
    try (InputStream in = store.get(key, offset, count)) {
      byte[] bytes = in.readNBytes(count);
      if (bytes.length < count) {
        throw new StoreFailure("get " + key, new EOFException());
      }
      return bytes;
    } catch (StoreFailure | ObjectMissing failed) {
      failure = failed;
      throw failed;
    } catch (IOException broken) {
      failure = new StoreFailure("get " + key, broken);
      throw failure;
    } finally {
      waiting = false;
    }
  }
}
