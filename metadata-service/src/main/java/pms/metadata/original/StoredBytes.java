package pms.metadata.original;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import pms.kit.store.ObjectStore;
import pms.kit.store.StoreFailure;
import pms.metadata.extract.Bytes;

/** An original of which only what is read is fetched. */
final class StoredBytes implements Bytes {

  private final ObjectStore store;
  private final String key;
  private final long length;
  private long allowance;

  /** @param allowance how many bytes may be fetched in all; then reading breaks */
  StoredBytes(ObjectStore store, String key, long length, long allowance) {
    this.store = store;
    this.key = key;
    this.length = length;
    this.allowance = allowance;
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
    allowance -= count;
    if (allowance < 0) {
      throw new IOException("is too large for that");
    }
    return count == 0 ? new byte[0] : fetch(offset, count);
  }

  private byte[] fetch(long offset, int count) {
    try (InputStream in = store.get(key, offset, count)) {
      byte[] bytes = in.readNBytes(count);
      if (bytes.length < count) {
        throw new StoreFailure("get " + key, new EOFException());
      }
      return bytes;
    } catch (IOException broken) {
      throw new StoreFailure("get " + key, broken);
    }
  }
}
