package pms.processing.vips;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import pms.processing.render.Dimensions;
import pms.processing.render.EngineInfo;
import pms.processing.render.Format;
import pms.processing.render.OutputFormat;
import pms.processing.render.PixelEngine;
import pms.processing.render.RawPreview;
import pms.processing.render.RenderPlan;
import pms.processing.render.Rendered;
import pms.processing.render.Unrenderable;

/** Renders with libvips: one decode that shrinks as it goes, and a chain of renditions from large to small. */
public final class VipsEngine implements PixelEngine {

  private static final int KEEP_IS_KNOWN = 815;

  private final Natives vips;
  private final EngineInfo info;
  private final List<Format> readable;
  private final boolean keeps;

  /**
   * The engine, if a library loads.
   *
   * @param choice which one
   */
  public static Optional<VipsEngine> load(LibraryChoice choice) {
    return Library.find(choice).map(VipsEngine::new);
  }

  private VipsEngine(Library library) {
    this.vips = library.vips();
    new Loaders(vips).restrict();
    // Files are seen once, and each worker has one core.
    vips.run("vips_cache_set_max", 0);
    vips.run("vips_concurrency_set", 1);
    this.keeps = vips.callInt("vips_version", 0) * 100 + vips.callInt("vips_version", 1) >= KEEP_IS_KNOWN;
    this.readable = readable(library);
    this.info = new EngineInfo("libvips", version(), readable.stream().map(Format::label).toList(), writable());
  }

  @Override
  public EngineInfo info() {
    return info;
  }

  @Override
  public Rendered render(Path original, Path folder, RenderPlan plan) throws Unrenderable, IOException {
    Path file = RawPreview.orFile(original, folder);
    Format format = Format.of(file);
    if (!readable.contains(format)) {
      throw Unrenderable.unsupported(format.label());
    }
    try (BlankMemory _ = new BlankMemory(vips, format); Scope scope = new Scope(vips)) {
      return render(file, format, folder, plan, scope);
    } catch (VipsFailure failure) {
      throw Complaint.of(failure);
    } catch (RuntimeException surprise) {
      // Readers of headers meet nonsense in many ways; the picture is to blame.
      throw Unrenderable.damaged(surprise);
    }
  }

  private Rendered render(Path file, Format format, Path folder, RenderPlan plan, Scope scope)
      throws Unrenderable, IOException {
    Optional<Rendered> moving = new Animations(scope, plan, new Writer(keeps)).render(file, format, folder);
    if (moving.isPresent()) {
      return moving.get();
    }
    Decoder decoder = new Decoder(scope, plan);
    Decoder.Head head = decoder.head(file, format);
    Dimensions after = after(plan, head.upright());
    Writer writer = new Writer(keeps);
    var files = writer.write(decoder.picture(head, after), after, plan.outputs(), folder);
    Picture small = Hashes.source(writer.smallest());
    return new Rendered(after.width(), after.height(), Hashes.thumbhash(small), Hashes.perceptual(small), files);
  }

  private static Dimensions after(RenderPlan plan, Dimensions upright) throws Unrenderable {
    try {
      return plan.after(upright);
    } catch (IllegalArgumentException impossible) {
      throw new Unrenderable("The edit cannot be done: " + impossible.getMessage() + ".", impossible);
    }
  }

  private String version() {
    return Stream.of(0, 1, 2).map(part -> "" + vips.callInt("vips_version", part)).reduce((a, b) -> a + "." + b).orElseThrow();
  }

  private List<Format> readable(Library library) {
    List<Format> formats = new ArrayList<>();
    var loaders = new Loaders(vips).open();
    for (Format format : Format.values()) {
      String loader = switch (format) {
        case GIF -> "gifload";
        case AVIF, HEIC -> "heifload";
        case RAW -> "jpegload";
        default -> format.name().toLowerCase(Locale.ROOT) + "load";
      };
      if (format == Format.BMP || loaders.contains(loader) && (format != Format.HEIC || library.hevc())) {
        formats.add(format);
      }
    }
    return formats;
  }

  private List<OutputFormat> writable() {
    List<OutputFormat> formats = new ArrayList<>(List.of(OutputFormat.JPEG, OutputFormat.PNG));
    if (vips.callLong("vips_type_find", "VipsOperation", "webpsave") != 0) {
      formats.add(OutputFormat.WEBP);
    }
    if (writesAvif()) {
      formats.add(OutputFormat.AVIF);
    }
    return formats;
  }

  /** That the operation is there does not mean that there is an encoder. */
  private boolean writesAvif() {
    if (vips.callLong("vips_type_find", "VipsOperation", "heifsave") == 0) {
      return false;
    }
    try (Scope scope = new Scope(vips)) {
      return scope.black(16, 16).encodes("heifsave_buffer", "compression", 4, "effort", 0);
    }
  }
}
