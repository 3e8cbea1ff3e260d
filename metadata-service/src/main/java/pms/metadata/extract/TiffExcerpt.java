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
 * Copies of a TIFF file, or of a raw one of that structure, only its directories and values into a sparse file, each to
 * its old place, so that all offsets hold: a few hundred kilobytes of fifty megabytes. Values too large for memory, such
 * as a layered picture's source, are emptied, since the reader takes every value whole.
 *
 * @see <a href="https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf">TIFF 6.0, section 2</a>
 */
public final class TiffExcerpt {

  private static final int ENTRY = 12;
  private static final int MOST_DIRECTORIES = 1_000;
  private static final long MOST_BYTES = 32 << 20;
  private static final short CLASSIC = 42;

  /** Panasonic's and Olympus' marks for what is a TIFF but for them. */
  private static final Set<Integer> KINDS = Set.of(42, 0x55, 0x4F52, 0x5352);

  private static final Set<Integer> DIRECTORY_TAGS = Set.of(0x014A, 0x8769, 0x8825, 0xA005);
  private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

  private final Bytes file;
  private final FileChannel copy;
  private final Deque<Long> directories = new ArrayDeque<>();
  private final Set<Long> seen = new HashSet<>();
  private ByteOrder order = ByteOrder.BIG_ENDIAN;
  private long copied;

  private TiffExcerpt(Bytes file, FileChannel copy) {
    this.file = file;
    this.copy = copy;
  }

  /**
   * @param copy an existing, empty file
   * @throws IOException when the file is not a TIFF, or one with 64-bit offsets, which is not read
   */
  public static void copy(Bytes file, Path copy) throws IOException {
    try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      new TiffExcerpt(file, channel).run();
    }
  }

  private void run() throws IOException {
    ByteBuffer header = read(0, 8);
    order = header.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    if (!KINDS.contains(Short.toUnsignedInt(header.order(order).getShort(2)))) {
      throw new IOException("not a TIFF with 32-bit offsets");
    }
    write(header.putShort(2, CLASSIC), 0);
    write(ByteBuffer.allocate(1), file.length() - 1);
    visit(Integer.toUnsignedLong(header.getInt(4)));
    while (!directories.isEmpty()) {
      directory(directories.poll());
    }
  }

  private void visit(long offset) {
    if (offset > 0 && offset + 2 < file.length() && seen.size() < MOST_DIRECTORIES && seen.add(offset)) {
      directories.add(offset);
    }
  }

  private void directory(long at) throws IOException {
    int count = read(at, 2).getShort(0) & 0xFFFF;
    int whole = (int) Math.min(count, (file.length() - at - 2) / ENTRY);
    boolean followed = whole == count && file.length() >= at + 2 + (long) count * ENTRY + 4;
    ByteBuffer directory = read(at, 2 + whole * ENTRY + (followed ? 4 : 0));
    for (int i = 0; i < whole; i++) {
      entry(directory, 2 + i * ENTRY);
    }
    write(directory, at);
    if (followed) {
      visit(Integer.toUnsignedLong(directory.getInt(2 + whole * ENTRY)));
    }
  }

  private void entry(ByteBuffer directory, int entry) throws IOException {
    int type = directory.getShort(entry + 2) & 0xFFFF;
    long count = Integer.toUnsignedLong(directory.getInt(entry + 4));
    long length = count * (type < SIZES.length ? SIZES[type] : 8);
    long value = Integer.toUnsignedLong(directory.getInt(entry + 8));
    if (length > Payloads.LONGEST || copied + length > MOST_BYTES) {
      directory.putInt(entry + 4, 0);
    } else if (length > 4 && value + length <= file.length()) {
      write(read(value, (int) length), value);
    }
    if (DIRECTORY_TAGS.contains(directory.getShort(entry) & 0xFFFF) && length >= 4) {
      directories((int) Math.min(count, 16), value);
    }
  }

  /** One directory, or several that their list points at. */
  private void directories(int count, long value) throws IOException {
    if (count == 1) {
      visit(value);
    } else if (value + count * 4L <= file.length()) {
      ByteBuffer list = read(value, count * 4);
      for (int i = 0; i < count; i++) {
        visit(Integer.toUnsignedLong(list.getInt(i * 4)));
      }
    }
  }

  private ByteBuffer read(long at, int length) throws IOException {
    if (length < 0 || at < 0 || at + length > file.length()) {
      throw new EOFException();
    }
    return ByteBuffer.wrap(file.read(at, length)).order(order);
  }

  private void write(ByteBuffer bytes, long at) throws IOException {
    bytes.rewind();
    copied += bytes.remaining();
    for (long to = at; bytes.hasRemaining(); ) {
      to += copy.write(bytes, to);
    }
  }
}
