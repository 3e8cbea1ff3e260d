package pms.processing.vips;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Gives back at its end whatever was taken from the library while one file was in work. */
final class Scope implements AutoCloseable {

  final Natives vips;
  private final Arena arena = Arena.ofConfined();
  private final Deque<Runnable> closing = new ArrayDeque<>();

  Scope(Natives vips) {
    this.vips = vips;
  }

  /** Looks at the header only; pixels come when they are needed. */
  Picture open(Path file, Object... options) {
    MemorySegment image = vips.openWithOptions("vips_image_new_from_file", 1, with(new Object[] {file.toString()}, options));
    if (image.equals(MemorySegment.NULL)) {
      throw new VipsFailure("open", vips.complaint());
    }
    return own(image);
  }

  /** Decodes to about this size at once, upright and in sRGB. */
  Picture thumbnail(Path file, int width, Object... options) {
    MemorySegment out = arena.allocate(ADDRESS);
    Object[] all = with(new Object[] {file.toString(), out, width}, options);
    check("thumbnail", vips.callWithOptions("vips_thumbnail", 3, all));
    return own(out.get(ADDRESS, 0));
  }

  /** Room for samples, all zero. */
  MemorySegment room(long bytes) {
    return arena.allocate(bytes);
  }

  /** @param samples interleaved, of eight bits, in {@link #room}: they are not copied */
  Picture ofSamples(MemorySegment samples, int width, int height, int bands) {
    MemorySegment image =
        vips.callAddress("vips_image_new_from_memory", samples, samples.byteSize(), width, height, bands, 0);
    if (image.equals(MemorySegment.NULL)) {
      throw new VipsFailure("samples", vips.complaint());
    }
    return own(image);
  }

  Picture black(int width, int height) {
    MemorySegment out = arena.allocate(ADDRESS);
    check("black", vips.callWithOptions("vips_black", 3, out, width, height, "bands", 3));
    return own(out.get(ADDRESS, 0));
  }

  Picture matrix(int width, int height, double... values) {
    MemorySegment array = doubles(values);
    return own(vips.callAddress("vips_image_new_matrix_from_array", width, height, array, values.length));
  }

  MemorySegment doubles(double... values) {
    return arena.allocateFrom(JAVA_DOUBLE, values);
  }

  /** As options want arrays. */
  MemorySegment boxed(double... values) {
    MemorySegment box = vips.callAddress("vips_array_double_new", doubles(values), values.length);
    closing.push(() -> vips.run("vips_area_unref", box));
    return box;
  }

  MemorySegment slot() {
    return arena.allocate(ADDRESS);
  }

  Picture own(MemorySegment image) {
    closing.push(() -> vips.run("g_object_unref", image));
    return new Picture(this, image);
  }

  void check(String operation, int result) {
    if (result != 0) {
      throw new VipsFailure(operation, vips.complaint());
    }
  }

  static Object[] with(Object[] fixed, Object... options) {
    Object[] all = new Object[fixed.length + options.length];
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    System.arraycopy(options, 0, all, fixed.length, options.length);
    return all;
  }

  @Override
  public void close() {
    closing.forEach(Runnable::run);
    arena.close();
  }
}
