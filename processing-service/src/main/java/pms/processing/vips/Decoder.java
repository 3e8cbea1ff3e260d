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
      return new Head(file, format, null, bitmap(file), 1, false, true);
    }
    if (format == Format.PNG) {
      // The library says of sizes beyond its own limits only that they are wrong.
      RenderLimits.refuseBeyond(Source.read(file).upright(), plan);
    }
    Picture header = scope.open(file, "access", SEQUENTIAL, "fail_on", strictness(format));
    Dimensions stored = header.size();
    RenderLimits.refuseBeyond(stored, plan);
    if (format == Format.JPEG) {
      JpegHeader.refuseBeyond(file, plan);
    } else if (!comesInRows(format, header)) {
      RenderLimits.refuseBeyond(stored.pixels() * SAMPLES, stored, plan);
    }
    int orientation = header.field("orientation", 1);
    boolean profile = header.has(PROFILE) && !Srgb.is(header.bytes(PROFILE));
    return new Head(file, format, header, orientation >= TURNED ? stored.turned() : stored, orientation, profile, header.isColour());
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
      return edited(Bitmaps.read(head.file, head.upright, scope), head);
    }
    try {
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
    Dimensions size = whole ? head.upright : largest(after);
    Output all = new Output("rescued", Fit.FILL, size.width(), size.height(), Focus.CENTRE, OutputFormat.PNG, 100);
    Picture picture = Bitmaps.of(new PortableEngine().pixels(head.file, plan.with(List.of(), List.of(all))), scope);
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
        return shrunk(head, to, true, "export_profile", "srgb");
      } catch (VipsFailure unusableProfile) {
        // A broken profile is as good as none; if it is not the profile, the next try says so.
      }
    }
    return shrunk(head, to, !head.profile);
  }

  /** @param untouched whether pixels can still be taken from where the header was read: rows come once */
  private Picture shrunk(Head head, Dimensions to, boolean untouched, Object... profile) {
    if (head.format == Format.JPEG && head.colour) {
      return jpeg(head, to, untouched, profile.length > 0);
    }
    Object[] how = {"height", to.height(), "size", FORCE, "fail_on", strictness(head.format)};
    return scope.thumbnail(head.file, to.width(), Scope.with(how, profile)).inBytes().pixelsOnly();
  }

  /**
   * The library's own thumbnail leaves at least half of the shrinking to its filter, and so has four times the pixels made
   * and passed on. The decoder cuts off high frequencies, which is as good.
   */
  private Picture jpeg(Head head, Dimensions to, boolean untouched, boolean profile) {
    Dimensions stored = head.turned() ? to.turned() : to;
    Dimensions full = head.turned() ? head.upright.turned() : head.upright;
    int shrink = 8;
    while (shrink > 1 && (full.width() / shrink < stored.width() || full.height() / shrink < stored.height())) {
      shrink /= 2;
    }
    Picture decoded = shrink == 1 && untouched
        ? head.opened
        : scope.open(head.file, "access", SEQUENTIAL, "shrink", shrink, "fail_on", strictness(head.format));
    Picture scaled = decoded.resized(stored);
    Picture rgb = profile ? scaled.then("icc_transform", SRGB, "embedded", 1) : scaled;
    Picture pixels = rgb.inBytes();
    return head.orientation == 1 ? pixels.pixelsOnly() : pixels.inMemory().then("autorot").pixelsOnly();
  }

  /** Of a TIFF that ends early the library shows what there is, unless told otherwise. */
  private static int strictness(Format format) {
    return format == Format.TIFF ? ERRORS : TRUNCATED;
  }

  private Picture whole(Head head) throws Unrenderable {
    RenderLimits.refuseBeyond((head.upright.pixels() + most(head)) * SAMPLES, head.upright, plan);
    Picture upright = scope.open(head.file, "fail_on", strictness(head.format)).then("autorot");
    if (head.profile) {
      try {
        return upright.then("icc_transform", SRGB, "embedded", 1).inBytes().pixelsOnly();
      } catch (VipsFailure unusableProfile) {
        // As above.
      }
    }
    return upright.inBytes().pixelsOnly();
  }

  /** Pixels that are in memory beside the decoded ones while an edit is done. */
  private long most(Head head) {
    Dimensions size = head.upright;
    long most = 0;
    for (Operation operation : plan.operations()) {
      size = operation.after(size);
      most = Math.max(most, size.pixels());
    }
    return most;
  }

  private Picture edited(Picture picture, Head head) {
    Dimensions size = head.upright;
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
   * @param opened its header, and its pixels once; null where the library does not read it
   * @param upright the picture's size as it is seen
   * @param orientation as EXIF numbers it
   * @param profile whether the samples have to be converted
   * @param colour whether they are red, green and blue
   */
  record Head(Path file, Format format, Picture opened, Dimensions upright, int orientation, boolean profile, boolean colour) {

    boolean turned() {
      return orientation >= TURNED;
    }
  }
}
