package pms.metadata.extract;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Empties the values of a TIFF file that are too large for memory, such as a layered picture's source of hundreds of
 * megabytes, since the reader takes every value whole. The file is changed: give it a copy.
 *
 * @see <a href="https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf">TIFF 6.0, section 2</a>
 */
public final class TiffTrim {

  private static final int ENTRY = 12;
  private static final int MOST_DIRECTORIES = 1_000;
  private static final int CLASSIC = 42;
  private static final Set<Integer> DIRECTORY_TAGS = Set.of(0x014A, 0x8769, 0x8825, 0xA005);
  private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

  private final FileChannel file;
  private final Deque<Long> directories = new ArrayDeque<>();
  private final Set<Long> seen = new HashSet<>();
  private ByteOrder order;

  private TiffTrim(FileChannel file) {
    this.file = file;
  }

  /** @throws IOException when the file is not a TIFF, or one with 64-bit offsets, which is not read */
  public static void trim(Path copy) throws IOException {
    try (FileChannel file = FileChannel.open(copy, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      new TiffTrim(file).run();
    }
  }

  private void run() throws IOException {
    ByteBuffer header = read(0, 8);
    order = header.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    if (header.order(order).getShort(2) != CLASSIC) {
      throw new IOException("not a TIFF with 32-bit offsets");
    }
    visit(Integer.toUnsignedLong(header.getInt(4)));
    while (!directories.isEmpty()) {
      directory(directories.poll());
    }
  }

  private void visit(long offset) throws IOException {
    if (offset > 0 && offset < file.size() && seen.size() < MOST_DIRECTORIES && seen.add(offset)) {
      directories.add(offset);
    }
  }

  private void directory(long at) throws IOException {
    int count = read(at, 2).getShort(0) & 0xFFFF;
    int whole = (int) Math.min(count, (file.size() - at - 2) / ENTRY);
    ByteBuffer entries = read(at + 2, whole * ENTRY);
    for (int i = 0; i < whole; i++) {
      entry(entries, i * ENTRY, at + 2);
    }
    if (whole == count && file.size() >= at + 2 + (long) count * ENTRY + 4) {
      visit(Integer.toUnsignedLong(read(at + 2 + (long) count * ENTRY, 4).getInt(0)));
    }
  }

  private void entry(ByteBuffer entries, int entry, long base) throws IOException {
    int type = entries.getShort(entry + 2) & 0xFFFF;
    long count = Integer.toUnsignedLong(entries.getInt(entry + 4));
    int size = type < SIZES.length ? SIZES[type] : 8;
    if (count * size > Payloads.LONGEST) {
      file.write(ByteBuffer.allocate(4), base + entry + 4);
    } else if (DIRECTORY_TAGS.contains(entries.getShort(entry) & 0xFFFF)) {
      visit(Integer.toUnsignedLong(entries.getInt(entry + 8)));
    }
  }

  private ByteBuffer read(long at, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, at + buffer.position()) < 0) {
        throw new EOFException();
      }
    }
    return buffer.flip().order(order == null ? ByteOrder.BIG_ENDIAN : order);
  }
}
