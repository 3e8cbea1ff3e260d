package pms.metadata.reader;

import java.io.EOFException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import pms.metadata.extract.Bytes;

/** A file of which only what is read is fetched, in blocks, the last few of which are kept. */
final class CachedBytes implements Bytes {

  private static final int BLOCK = 128 << 10;
  private static final int KEPT = 8;

  private final Bytes file;
  private final Map<Long, byte[]> blocks = new LinkedHashMap<>(16, 0.75f, true);

  CachedBytes(Bytes file) {
    this.file = file;
  }

  @Override
  public long length() {
    return file.length();
  }

  @Override
  public byte[] read(long offset, int count) throws IOException {
    if (offset < 0 || count < 0 || offset > length() - count) {
      throw new EOFException();
    }
    if (count > BLOCK) {
      return file.read(offset, count);
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
    byte[] fetched = file.read(number * BLOCK, (int) Math.min(BLOCK, length() - number * BLOCK));
    blocks.put(number, fetched);
    if (blocks.size() > KEPT) {
      blocks.remove(blocks.keySet().iterator().next());
    }
    return fetched;
  }
}
