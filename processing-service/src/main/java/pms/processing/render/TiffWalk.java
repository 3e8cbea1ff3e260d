package pms.processing.render;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Goes through the directories of a file built like TIFF, as most RAW formats are. Whatever a file says, it is read at most
 * so far: cycles end, and so do directories without number.
 */
final class TiffWalk {

  static final int ORIENTATION = 0x0112;

  private static final int SUB_DIRECTORIES = 0x014A;
  private static final int EXIF = 0x8769;
  private static final int MOST_DIRECTORIES = 64;
  private static final int MOST_ENTRIES = 1000;
  private static final int MOST_VALUES = 64;
  private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

  private final FileChannel file;
  private final ByteOrder order;
  private final Deque<Long> open = new ArrayDeque<>();
  private final Set<Long> seen = new HashSet<>();
  private final List<Map<Integer, Entry>> directories = new ArrayList<>();

  /** The directories in the order they are linked; the first one is the main one. */
  static List<Map<Integer, Entry>> of(FileChannel file) throws IOException {
    ByteBuffer head = read(file, 0, 8, ByteOrder.LITTLE_ENDIAN);
    if (head.limit() < 8) {
      return List.of();
    }
    head.order(head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    TiffWalk walk = new TiffWalk(file, head.order());
    walk.open.add(Integer.toUnsignedLong(head.getInt(4)));
    while (!walk.open.isEmpty() && walk.directories.size() < MOST_DIRECTORIES) {
      walk.directory(walk.open.removeFirst());
    }
    return walk.directories;
  }

  private TiffWalk(FileChannel file, ByteOrder order) {
    this.file = file;
    this.order = order;
  }

  private void directory(long offset) throws IOException {
    if (offset < 8 || !seen.add(offset)) {
      return;
    }
    ByteBuffer count = read(file, offset, 2, order);
    int entries = count.limit() < 2 ? 0 : Math.min(MOST_ENTRIES, Short.toUnsignedInt(count.getShort()));
    ByteBuffer table = read(file, offset + 2, entries * 12 + 4, order);
    Map<Integer, Entry> directory = new HashMap<>();
    for (int i = 0; i < entries && table.remaining() >= 12; i++) {
      directory.putIfAbsent(Short.toUnsignedInt(table.getShort()), entry(table));
    }
    directories.add(directory);
    follow(directory, SUB_DIRECTORIES);
    follow(directory, EXIF);
    if (table.remaining() >= 4) {
      open.add(Integer.toUnsignedLong(table.getInt()));
    }
  }

  private void follow(Map<Integer, Entry> directory, int tag) {
    Entry entry = directory.get(tag);
    if (entry != null) {
      entry.values.forEach(open::add);
    }
  }

  private Entry entry(ByteBuffer table) throws IOException {
    int type = Short.toUnsignedInt(table.getShort());
    long count = Integer.toUnsignedLong(table.getInt());
    int inline = table.position();
    long place = Integer.toUnsignedLong(table.getInt());
    int size = type < SIZES.length ? SIZES[type] : 0;
    boolean fits = size * count <= 4;
    ByteBuffer values = fits
        ? table.duplicate().order(order).position(inline).limit(inline + 4)
        : read(file, place, (int) Math.min(MOST_VALUES, count) * size, order);
    List<Long> found = new ArrayList<>();
    for (long i = 0; i < Math.min(MOST_VALUES, count) && size > 0 && values.remaining() >= size; i++) {
      found.add(value(values, size));
    }
    return new Entry(fits ? -1 : place, count * size, found);
  }

  private static long value(ByteBuffer values, int size) {
    return switch (size) {
      case 1 -> Byte.toUnsignedLong(values.get());
      case 2 -> Short.toUnsignedLong(values.getShort());
      case 4 -> Integer.toUnsignedLong(values.getInt());
      default -> values.getLong();
    };
  }

  /** As many of the bytes as there are. */
  static ByteBuffer read(FileChannel file, long offset, int length, ByteOrder order) throws IOException {
    long there = Math.clamp(file.size() - offset, 0, length);
    ByteBuffer bytes = ByteBuffer.allocate((int) there).order(order);
    while (bytes.hasRemaining() && file.read(bytes, offset + bytes.position()) >= 0) {
      continue;
    }
    return bytes.flip();
  }

  /**
   * What a tag says.
   *
   * @param place of its bytes in the file, or −1 where they are in the directory itself
   * @param values the first of them
   */
  record Entry(long place, long bytes, List<Long> values) {

    long first() {
      return values.isEmpty() ? -1 : values.getFirst();
    }
  }
}
