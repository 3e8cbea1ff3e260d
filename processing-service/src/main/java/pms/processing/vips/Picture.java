package pms.processing.vips;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Set;
import pms.processing.render.Dimensions;

/** A picture of the library: a recipe that is worked off when pixels are asked for. */
final class Picture {

  static final int SRGB = 22;

  private static final int BYTES = 0;
  private static final int SIGNED_BYTES = 1;
  private static final int WHITE = 4;
  private static final int ACROSS = 0;

  /**
   * How much of the shrinking is left to the filter, after pixels are averaged by a whole number: with 3 a size is made of the
   * next larger one by the filter alone, which is exacter than with the library's 2, and quicker.
   */
  private static final double GAP = 3;

  private final Scope scope;
  private final MemorySegment image;
  private final boolean inMemory;

  Picture(Scope scope, MemorySegment image) {
    this(scope, image, false);
  }

  private Picture(Scope scope, MemorySegment image, boolean inMemory) {
    this.scope = scope;
    this.image = image;
    this.inMemory = inMemory;
  }

  MemorySegment address() {
    return image;
  }

  Dimensions size() {
    return new Dimensions(number("vips_image_get_width"), number("vips_image_get_height"));
  }

  int bands() {
    return number("vips_image_get_bands");
  }

  boolean hasAlpha() {
    return number("vips_image_hasalpha") != 0;
  }

  /** Of red, green and blue. */
  boolean isColour() {
    return bands() - (hasAlpha() ? 1 : 0) == 3;
  }

  /** More than eight bits a sample. */
  boolean isDeep() {
    return number("vips_image_get_format") > SIGNED_BYTES;
  }

  boolean has(String field) {
    return scope.vips.callLong("vips_image_get_typeof", image, field) != 0;
  }

  /** A field of the header, or the other value where it is not there. */
  int field(String name, int other) {
    MemorySegment value = scope.slot();
    return has(name) && scope.vips.callInt("vips_image_get_int", image, name, value) == 0 ? value.get(JAVA_INT, 0) : other;
  }

  byte[] bytes(String field) {
    MemorySegment data = scope.slot();
    MemorySegment length = scope.slot();
    scope.check(field, scope.vips.callInt("vips_image_get_blob", image, field, data, length));
    return data.get(ADDRESS, 0).reinterpret(length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
  }

  /** The result of an operation with what it needs, and options in pairs. */
  Picture then(String operation, Object[] needed, Object... options) {
    MemorySegment out = scope.slot();
    Object[] fixed = Scope.with(new Object[] {image, out}, needed);
    Object[] all = Scope.with(fixed, options);
    scope.check(operation, scope.vips.callWithOptions("vips_" + operation, fixed.length, all));
    return scope.own(out.get(ADDRESS, 0));
  }

  Picture then(String operation) {
    return then(operation, new Object[0]);
  }

  Picture crop(int x, int y, Dimensions size) {
    return size.equals(size()) ? this : then("crop", new Object[] {x, y, size.width(), size.height()});
  }

  /** As it is to be seen; EXIF numbers how a camera was held, and 1 is upright. */
  Picture upright(int orientation) {
    int turns = switch (orientation) {
      case 5, 6 -> 1;
      case 3, 4 -> 2;
      case 7, 8 -> 3;
      default -> 0;
    };
    Picture turned = turns == 0 ? this : then("rot", new Object[] {turns});
    boolean mirrored = Set.of(2, 4, 5, 7).contains(orientation);
    return mirrored ? turned.then("flip", new Object[] {ACROSS}) : turned;
  }

  /** White around it, or cut off where the place is negative. */
  Picture onWhite(int x, int y, Dimensions size) {
    return size.equals(size()) ? this : then("embed", new Object[] {x, y, size.width(), size.height()}, "extend", WHITE);
  }

  /** Exactly this size; what is hidden by alpha does not bleed into what is seen. */
  Picture scaled(Dimensions to) {
    if (to.equals(size())) {
      return this;
    }
    return hasAlpha() ? bytesOf("premultiply").resized(to).bytesOf("unpremultiply") : resized(to);
  }

  /**
   * As {@link #scaled}, of a picture without alpha, from top to bottom as it is decoded. Both sides shrink by the factor of the
   * shorter one, of which sizes are made, where the longer one is rounded to what is asked for: to stretch it by the rest of a
   * pixel would blur it.
   */
  Picture resized(Dimensions to) {
    Dimensions from = size();
    if (to.equals(from)) {
      return this;
    }
    double factor = (double) to.shortSide() / from.shortSide();
    boolean even = from.scaled(factor).equals(to);
    double across = even ? factor : (double) to.width() / from.width();
    double down = even ? factor : (double) to.height() / from.height();
    return then("resize", new Object[] {across}, "vscale", down, "gap", GAP).crop(0, 0, to);
  }

  private Picture bytesOf(String operation) {
    return then(operation).then("cast", new Object[] {BYTES});
  }

  /** Eight bits of red, green, blue and perhaps alpha. */
  Picture inBytes() {
    Picture rgb = number("vips_image_get_interpretation") == SRGB ? this : then("colourspace", new Object[] {SRGB});
    Picture bytes = rgb.number("vips_image_get_format") == BYTES ? rgb : rgb.then("cast", new Object[] {BYTES});
    int most = bytes.hasAlpha() ? 4 : 3;
    return bytes.bands() <= most ? bytes : bytes.then("extract_band", new Object[] {0}, "n", most);
  }

  Picture flat() {
    return hasAlpha() ? then("flatten", new Object[0], "background", scope.boxed(255)) : this;
  }

  /** With all its pixels, so that nothing before it is done twice. */
  Picture inMemory() {
    if (inMemory) {
      return this;
    }
    MemorySegment copy = scope.vips.callAddress("vips_image_copy_memory", image);
    if (copy.equals(MemorySegment.NULL)) {
      throw new VipsFailure("pixels", scope.vips.complaint());
    }
    scope.own(copy);
    return new Picture(scope, copy, true);
  }

  /**
   * In memory, and nothing of the file but its pixels: each step that follows would copy all its metadata, which of a small
   * picture is as much work as the pixels are.
   */
  Picture pixelsOnly() {
    Picture whole = inMemory();
    Dimensions size = size();
    int bands = bands();
    MemorySegment data = scope.vips.callAddress("vips_image_get_data", whole.image);
    MemorySegment bare =
        scope.vips.callAddress("vips_image_new_from_memory", data, size.pixels() * bands, size.width(), size.height(), bands, BYTES);
    if (bare.equals(MemorySegment.NULL)) {
      throw new VipsFailure("pixels", scope.vips.complaint());
    }
    return new Picture(scope, scope.own(bare).then("copy", new Object[0], "interpretation", SRGB).image, true);
  }

  void save(String operation, Path file, Object... options) {
    Object[] all = Scope.with(new Object[] {image, file.toString()}, options);
    scope.check(operation, scope.vips.callWithOptions("vips_" + operation, 2, all));
  }

  /** Whether this can be saved at all. */
  boolean encodes(String operation, Object... options) {
    MemorySegment buffer = scope.slot();
    Object[] all = Scope.with(new Object[] {image, buffer, scope.slot()}, options);
    if (scope.vips.callWithOptions("vips_" + operation, 3, all) != 0) {
      scope.vips.run("vips_error_clear");
      return false;
    }
    scope.vips.run("g_free", buffer.get(ADDRESS, 0));
    return true;
  }

  /** Interleaved samples of eight bits, row by row. */
  byte[] samples() {
    MemorySegment length = scope.slot();
    MemorySegment memory = scope.vips.callAddress("vips_image_write_to_memory", image, length);
    if (memory.equals(MemorySegment.NULL)) {
      throw new VipsFailure("samples", scope.vips.complaint());
    }
    try {
      return memory.reinterpret(length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
    } finally {
      scope.vips.run("g_free", memory);
    }
  }

  private int number(String getter) {
    return scope.vips.callInt(getter, image);
  }
}
