package pms.processing.vips;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import pms.processing.render.Dimensions;
import pms.processing.render.Fit;
import pms.processing.render.Focus;
import pms.processing.render.Format;
import pms.processing.render.JpegHeader;
import pms.processing.render.Operation;
import pms.processing.render.Output;
import pms.processing.render.OutputFormat;
import pms.processing.render.PortableEngine;
import pms.processing.render.RenderPlan;
import pms.processing.render.Source;
import pms.processing.render.Unrenderable;

/** Opens a file within its limits, and gives it upright, in sRGB and with eight bits a sample. */
final class Decoder {

  /** Exactly the size that was asked for. */
  static final int FORCE = 3;

  private static final Object[] SRGB = {"srgb"};
  private static final int SEQUENTIAL = 1;
  private static final int TRUNCATED = 1;
  private static final int ERRORS = 2;
  private static final int SAMPLES = 4;
  private static final int TURNED = 5;
  private static final String PROFILE = "icc-profile-data";

  private final Scope scope;
  private final RenderPlan plan;

  Decoder(Scope scope, RenderPlan plan) {
    this.scope = scope;
    this.plan = plan;
  }

  /** What the header says. */
  Head head(Path file, Format format) throws Unrenderable, IOException {
    if (format == Format.BMP) {
      return new Head(file, format, bitmap(file), 1, false, false, false, 0);
    }
    if (format == Format.PNG) {
      // The library says of sizes beyond its own limits only that they are wrong.
      RenderLimits.refuseBeyond(Source.read(file).upright(), plan);
    }
    if (format == Format.JPEG) {
      return jpegHead(file);
    }
    Picture header = scope.open(file, "access", SEQUENTIAL, "fail_on", strictness(format));
    Dimensions stored = header.size();
    RenderLimits.refuseBeyond(stored, plan);
    long kept = comesInRows(format, header) ? 0 : stored.pixels() * SAMPLES * (header.isDeep() ? 2 : 1);
    RenderLimits.refuseBeyond(kept, stored, plan);
    int orientation = header.field("orientation", 1);
    boolean profile = header.has(PROFILE) && Srgb.isNeededBy(header.isColour(), header.bytes(PROFILE));
    return new Head(file, format, stored, orientation, profile, false, header.hasAlpha(), kept);
  }

  /** Our own reader tells all that is needed, so that the library does not read the metadata twice. */
  private Head jpegHead(Path file) throws Unrenderable, IOException {
    JpegHeader header = JpegHeader.within(plan, file);
    boolean convert = Srgb.isNeededBy(header.isColour(), header.profile());
    return new Head(file, Format.JPEG, header.stored(), header.orientation(), convert, header.isColour(), false, header.kept());
  }

  /** Other decoders need the whole picture at once. */
  private static boolean comesInRows(Format format, Picture header) {
    return format == Format.TIFF || format == Format.PNG && header.field("interlaced", 0) == 0;
  }

  private Dimensions bitmap(Path file) throws Unrenderable, IOException {
    Dimensions size = Source.read(file).upright();
    RenderLimits.refuseBeyond(size, plan);
    RenderLimits.refuseBeyond(size.pixels() * SAMPLES, size, plan);
    return size;
  }

  /** The picture after the plan's operations; pixels may not have been decoded yet. */
  Picture picture(Head head, Dimensions after) throws Unrenderable, IOException {
    if (head.format == Format.BMP) {
      return edited(Bitmaps.read(head.file, head.stored, scope), head);
    }
    try {
      refuseBeyond(head, after);
      return plan.operations().isEmpty() ? thumbnail(head, largest(after)) : edited(whole(head), head);
    } catch (VipsFailure damaged) {
      if (head.format != Format.JPEG) {
        throw damaged;
      }
      return rescued(head, after);
    }
  }

  /** Java's own reader finds its way through damages that the library gives up at, and tells better what is missing. */
  private Picture rescued(Head head, Dimensions after) throws Unrenderable, IOException {
    boolean whole = !plan.operations().isEmpty();
    Dimensions size = whole ? head.upright() : largest(after);
    Output all = new Output("rescued", Fit.FILL, size.width(), size.height(), Focus.CENTRE, OutputFormat.PNG, 100);
    // Java's pixels and the library's copy are there at the same time.
    long room = Math.max(1, plan.memoryLimit() - size.pixels() * (SAMPLES - 1));
    RenderPlan java = new RenderPlan(List.of(), List.of(all), plan.pixelLimit(), room, plan.timeLimit());
    Picture picture = Bitmaps.of(new PortableEngine().pixels(head.file, java), scope);
    // From now on the memory is the library's.
    System.gc();
    return whole ? edited(picture, head) : picture;
  }

  /** In each direction as much as any output needs. */
  private Dimensions largest(Dimensions after) {
    List<Dimensions> sizes = plan.outputs().stream().map(output -> output.scaled(after)).toList();
    return new Dimensions(
        sizes.stream().mapToInt(Dimensions::width).max().orElseThrow(),
        sizes.stream().mapToInt(Dimensions::height).max().orElseThrow());
  }

  /** Decoders that can shrink do so while they decode: of a large JPEG seven of eight pixels are never made. */
  private Picture thumbnail(Head head, Dimensions to) {
    if (head.profile) {
      try {
        return shrunk(head, to, "export_profile", "srgb");
      } catch (VipsFailure unusableProfile) {
        // A broken profile is as good as none; if it is not the profile, the next try says so.
      }
    }
    return shrunk(head, to);
  }

  private Picture shrunk(Head head, Dimensions to, Object... profile) {
    if (head.colour) {
      return jpeg(head, to, profile.length > 0);
    }
    Object[] how = {"height", to.height(), "size", FORCE, "fail_on", strictness(head.format)};
    return scope.thumbnail(head.file, to.width(), Scope.with(how, profile)).inBytes().pixelsOnly();
  }

  /**
   * The library's own thumbnail leaves at least half of the shrinking to its filter, and so has four times the pixels made
   * and passed on. The decoder cuts off high frequencies, which is as good.
   */
  private Picture jpeg(Head head, Dimensions to, boolean profile) {
    Dimensions stored = head.turned() ? to.turned() : to;
    Dimensions full = head.stored;
    int shrink = 8;
    while (shrink > 1 && (full.width() / shrink < stored.width() || full.height() / shrink < stored.height())) {
      shrink /= 2;
    }
    Picture decoded = scope.open(head.file, "access", SEQUENTIAL, "shrink", shrink, "fail_on", strictness(head.format));
    Picture scaled = decoded.resized(stored);
    Picture rgb = profile ? scaled.then("icc_transform", SRGB, "embedded", 1) : scaled;
    Picture pixels = rgb.inBytes();
    return pixels.pixelsOnly().upright(head.orientation);
  }

  /** Of a TIFF that ends early the library shows what there is, unless told otherwise. */
  private static int strictness(Format format) {
    return format == Format.TIFF ? ERRORS : TRUNCATED;
  }

  /** What is decoded, what is made of it, and what decoder and encoder hold of it, all at the same time. */
  private void refuseBeyond(Head head, Dimensions after) throws Unrenderable {
    boolean whole = !plan.operations().isEmpty();
    long decoded = (whole ? head.upright() : largest(after)).pixels() * head.samples();
    long made = Writer.held(plan.outputs(), after, head.samples());
    boolean same = !whole && head.orientation == 1;
    RenderLimits.refuseBeyond(head.kept + (same ? Math.max(decoded, made) : decoded + made), head.upright(), plan);
  }

  /** All its pixels, decoded once from top to bottom into memory, where edits may look at them in any order. */
  private Picture whole(Head head) {
    if (head.profile) {
      try {
        return whole(head, true);
      } catch (VipsFailure unusableProfile) {
        // As above.
      }
    }
    return whole(head, false);
  }

  private Picture whole(Head head, boolean profile) {
    Picture decoded = scope.open(head.file, "access", SEQUENTIAL, "fail_on", strictness(head.format));
    Picture rgb = profile ? decoded.then("icc_transform", SRGB, "embedded", 1) : decoded;
    return rgb.inBytes().pixelsOnly().upright(head.orientation);
  }

  private Picture edited(Picture picture, Head head) {
    Dimensions size = head.upright();
    Picture edited = picture;
    for (Operation operation : plan.operations()) {
      edited = Steps.apply(operation, edited, size, scope);
      size = operation.after(size);
    }
    return edited;
  }

  /**
   * What is known before anything is decoded.
   *
   * @param stored size as it lies in the file
   * @param orientation as EXIF numbers it
   * @param profile whether the samples have to be converted
   * @param colour a JPEG of red, green and blue
   * @param kept bytes that the decoder holds beside the pixels it gives
   */
  record Head(
      Path file, Format format, Dimensions stored, int orientation, boolean profile, boolean colour, boolean alpha, long kept) {

    boolean turned() {
      return orientation >= TURNED;
    }

    /** Its size as it is seen. */
    Dimensions upright() {
      return turned() ? stored.turned() : stored;
    }

    /** Bytes of a pixel once it is decoded. */
    int samples() {
      return alpha ? SAMPLES : SAMPLES - 1;
    }
  }
}
