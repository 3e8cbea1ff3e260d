package pms.processing.render;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pms.processing.render.TiffWalk.Entry;

/** The JPEG that cameras put into their RAW files (CR2, NEF, ARW, DNG, RW2, ORF, RAF …): the largest there is. */
public final class RawPreview {

  private static final int COMPRESSION = 0x0103;
  private static final int PHOTOMETRIC = 0x0106;
  private static final int STRIP = 0x0111;
  private static final int STRIP_LENGTH = 0x0117;
  private static final int JPEG = 0x0201;
  private static final int JPEG_LENGTH = 0x0202;
  private static final int PANASONIC_JPEG = 0x002E;
  private static final int MAKER_NOTE = 0x927C;
  private static final int DNG_VERSION = 0xC612;
  private static final Set<Long> SENSOR = Set.of(32803L, 34892L);
  private static final Set<Long> SENSOR_COMPRESSION = Set.of(34713L, 32767L);
  private static final int FUJI_JPEG = 84;
  private static final int UPRIGHT = 1;

  /** "OLYMPUS" and a zero. */
  private static final long OLYMPUS = 0x0053_5550_4D59_4C4FL;

  /**
   * Its preview as a file in the folder, or the file itself if it is no RAW file.
   *
   * @throws Unrenderable if it is one without a preview
   */
  public static Path orFile(Path original, Path folder) throws Unrenderable, IOException {
    Format format = Format.of(original);
    if (format != Format.RAW && format != Format.TIFF) {
      return original;
    }
    try (FileChannel file = FileChannel.open(original)) {
      List<Map<Integer, Entry>> directories = TiffWalk.of(file);
      if (format == Format.TIFF && directories.stream().noneMatch(RawPreview::isRaw)) {
        return original;
      }
      EmbeddedJpeg preview = candidates(file, directories).stream()
          .max(Comparator.comparingLong(EmbeddedJpeg::pixels))
          .orElseThrow(() -> new Unrenderable("Unsupported format: this RAW file holds no preview that can be shown."));
      Path extracted = folder.resolve("preview");
      preview.write(file, orientation(directories), extracted);
      return extracted;
    }
  }

  private static boolean isRaw(Map<Integer, Entry> directory) {
    return directory.containsKey(DNG_VERSION)
        || SENSOR.contains(first(directory, PHOTOMETRIC))
        || SENSOR_COMPRESSION.contains(first(directory, COMPRESSION));
  }

  private static int orientation(List<Map<Integer, Entry>> directories) {
    long value = directories.isEmpty() ? UPRIGHT : first(directories.getFirst(), TiffWalk.ORIENTATION);
    return value >= 1 && value <= 8 ? (int) value : UPRIGHT;
  }

  private static List<EmbeddedJpeg> candidates(FileChannel file, List<Map<Integer, Entry>> directories) throws IOException {
    List<EmbeddedJpeg> found = new ArrayList<>();
    for (Map<Integer, Entry> directory : directories) {
      EmbeddedJpeg.at(file, first(directory, JPEG), first(directory, JPEG_LENGTH)).ifPresent(found::add);
      EmbeddedJpeg.at(file, first(directory, STRIP), first(directory, STRIP_LENGTH)).ifPresent(found::add);
      Entry panasonic = directory.get(PANASONIC_JPEG);
      if (panasonic != null) {
        EmbeddedJpeg.at(file, panasonic.place(), panasonic.bytes()).ifPresent(found::add);
      }
      Entry note = directory.get(MAKER_NOTE);
      if (note != null && note.place() > 0) {
        olympus(file, note.place(), found);
      }
    }
    fuji(file, found);
    return found;
  }

  /** A fixed place in the head tells where it is. */
  private static void fuji(FileChannel file, List<EmbeddedJpeg> found) throws IOException {
    ByteBuffer head = TiffWalk.read(file, 0, FUJI_JPEG + 8, ByteOrder.BIG_ENDIAN);
    if (head.limit() == FUJI_JPEG + 8 && head.get(0) == 'F') {
      long offset = Integer.toUnsignedLong(head.getInt(FUJI_JPEG));
      EmbeddedJpeg.at(file, offset, Integer.toUnsignedLong(head.getInt(FUJI_JPEG + 4))).ifPresent(found::add);
    }
  }

  /** The maker's note is like a file of its own: its places count from where it starts. */
  private static void olympus(FileChannel file, long note, List<EmbeddedJpeg> found) throws IOException {
    ByteBuffer head = TiffWalk.read(file, note, 12, ByteOrder.LITTLE_ENDIAN);
    boolean known = head.limit() == 12 && head.getLong(0) == OLYMPUS;
    if (!known || head.get(8) != 'I') {
      return;
    }
    long settings = value(file, note + 12, 0x2020);
    if (settings > 0) {
      long start = value(file, note + settings, 0x0101);
      long length = value(file, note + settings, 0x0102);
      if (start > 0) {
        EmbeddedJpeg.at(file, note + start, length).ifPresent(found::add);
      }
    }
  }

  private static long value(FileChannel file, long directory, int tag) throws IOException {
    ByteBuffer table = TiffWalk.read(file, directory, 2 + 12 * 256, ByteOrder.LITTLE_ENDIAN);
    for (int at = 2; at + 12 <= table.limit(); at += 12) {
      if (Short.toUnsignedInt(table.getShort(at)) == tag) {
        return Integer.toUnsignedLong(table.getInt(at + 8));
      }
    }
    return -1;
  }

  private static long first(Map<Integer, Entry> directory, int tag) {
    Entry entry = directory.get(tag);
    return entry == null ? -1 : entry.first();
  }

  private RawPreview() {}
}
