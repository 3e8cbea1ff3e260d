package pms.processing.render;

import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Renders with what every JDK has, ImageIO, with TwelveMonkeys for WebP and imgscalr. Runs everywhere, reads the common formats and writes JPEG and PNG. */
public final class PortableEngine implements PixelEngine {

  /** Bytes for a pixel of the largest rendition: when it is shrunk, and when it is converted, turned and resized. */
  private static final int SHRINKING = 4;

  private static final int TURNING = 13;

  /** Bytes for a pixel before and after an operation. */
  private static final int EDITING = 5;

  @Override
  public EngineInfo info() {
    List<String> reads = Arrays.stream(Format.values()).filter(format -> format.readable).map(f -> f.label).toList();
    return new EngineInfo("ImageIO", Runtime.version().toString(), reads, List.of(OutputFormat.JPEG, OutputFormat.PNG));
  }

  public long memory(Path original, RenderPlan plan) throws Unrenderable, IOException {
    Source source = Source.read(original);
    EditScale scale = scale(source, plan);
    return memory(source, plan, scale, every(source, plan, scale));
  }

  @Override
  public Rendered render(Path file, Path folder, RenderPlan plan) throws Unrenderable, IOException {
    Path original = RawPreview.orFile(file, folder);
    return within(plan, original, (decoded, scale, deadline) -> {
      BufferedImage edited = new EditSteps(plan, scale, deadline).apply(decoded);
      List<Rendered.File> files = new ArrayList<>();
      BufferedImage smallest = write(edited, scale.end(), plan, folder, files);
      Dimensions size = scale.end();
      return new Rendered(size.width(), size.height(), thumbhash(smallest), perceptualHash(smallest), files);
    });
  }

  /** Of a JPEG its pixels alone, upright and in sRGB, for another engine: as large as the plan's outputs need them. */
  public BufferedImage pixels(Path jpeg, RenderPlan plan) throws Unrenderable, IOException {
    return within(plan, jpeg, (decoded, _, _) -> decoded);
  }

  private interface Work<T> {
    T of(BufferedImage decoded, EditScale scale, Deadline deadline) throws Unrenderable, IOException;
  }

  private static <T> T within(RenderPlan plan, Path original, Work<T> work) throws Unrenderable, IOException {
    Source source = Source.read(original);
    EditScale scale = scale(source, plan);
    int every = every(source, plan, scale);
    memory(source, plan, scale, every);
    try {
      Deadline deadline = new Deadline(plan.timeLimit());
      return work.of(decoded(original, source, target(plan, scale), every, deadline), scale, deadline);
    } catch (Deadline.Passed passed) {
      throw new Unrenderable(passed.getMessage(), passed);
    } catch (RuntimeException surprise) {
      // Decoders meet nonsense in many ways; whatever they throw, the picture is to blame.
      throw Unrenderable.damaged(surprise);
    }
  }

  private static EditScale scale(Source source, RenderPlan plan) throws Unrenderable {
    source.refuseBeyond(plan.pixelLimit());
    try {
      plan.after(source.upright());
      return EditScale.of(source.upright(), plan);
    } catch (IllegalArgumentException | ArithmeticException impossible) {
      throw new Unrenderable("The edit cannot be done: " + impossible.getMessage() + ".", impossible);
    }
  }

  /** Keeps every n-th row and column only, so that what the reader must hold fits; never below what is needed. */
  private static int every(Source source, RenderPlan plan, EditScale scale) {
    int every = 1;
    Dimensions target = target(plan, scale);
    double shrink = (double) source.upright().shortSide() / target.shortSide();
    long room = plan.memoryLimit() - target.pixels() * SHRINKING;
    while (PlainDecoder.memory(source, every) > room && every + 1 <= shrink) {
      every++;
    }
    return every;
  }

  private static long memory(Source source, RenderPlan plan, EditScale scale, int every) throws Unrenderable {
    long target = target(plan, scale).pixels();
    long decoding = PlainDecoder.memory(source, every) + source.kept() + target * SHRINKING;
    long bytes = Math.max(decoding, Math.max(target * TURNING, scale.mostPixels() * EDITING));
    if (bytes > plan.memoryLimit()) {
      throw new Unrenderable(
          "The picture of %d × %d pixels needs %d MiB of memory to be read, more than the limit of %d MiB."
              .formatted(source.stored().width(), source.stored().height(), bytes >> 20, plan.memoryLimit() >> 20));
    }
    return bytes;
  }

  /** What to decode to, upright: without an edit exactly the largest rendition. */
  private static Dimensions target(RenderPlan plan, EditScale scale) {
    if (!plan.operations().isEmpty()) {
      return scale.start();
    }
    List<Dimensions> sizes = plan.outputs().stream().map(output -> output.scaled(scale.end())).toList();
    return new Dimensions(
        sizes.stream().mapToInt(Dimensions::width).max().orElseThrow(),
        sizes.stream().mapToInt(Dimensions::height).max().orElseThrow());
  }

  private static BufferedImage decoded(Path original, Source source, Dimensions upright, int every, Deadline deadline)
      throws Unrenderable, IOException {
    Dimensions target = source.orientation().upright(upright);
    Optional<ICC_Profile> profile = source.profile();
    AreaShrink shrunk;
    if (source.format() == Format.JPEG) {
      shrunk = new JpegDecoder(JpegHeader.read(original), source.stored(), deadline).decode(original, target);
    } else {
      PlainDecoder decoder = new PlainDecoder(source, deadline);
      shrunk = decoder.decode(original, target, every);
      profile = profile.or(decoder::profile);
    }
    boolean ink = source.format() == Format.JPEG && shrunk.bands() == 4;
    byte[] samples = Colours.toSrgb(shrunk.pixels(), shrunk.bands(), shrunk.dimensions(), profile, ink);
    return Canvas.upright(samples, shrunk.dimensions(), source.orientation());
  }

  /** Each size is made of the one before where that is large enough; returns the last whole picture. */
  private static BufferedImage write(
      BufferedImage edited, Dimensions size, RenderPlan plan, Path folder, List<Rendered.File> files) throws IOException {
    BufferedImage whole = edited;
    for (Output output : plan.outputs()) {
      Dimensions scaled = output.scaled(size);
      boolean enough = scaled.width() <= whole.getWidth() && scaled.height() <= whole.getHeight();
      whole = Fitting.resized(enough ? whole : edited, scaled);
      BufferedImage picture = Fitting.fitted(whole, output.size(size), output.fit(), output.focus());
      Path path = folder.resolve(output.fileName());
      write(picture, output, path);
      files.add(Rendered.File.of(output, new Dimensions(picture.getWidth(), picture.getHeight()), path));
      whole = output.fit() == Fit.FILL ? edited : whole;
    }
    return whole;
  }

  private static void write(BufferedImage picture, Output output, Path path) throws IOException {
    switch (output.format()) {
      case JPEG -> JpegFile.write(Canvas.flat(picture), output.quality(), path);
      case PNG -> {
        if (!ImageIO.write(Canvas.straight(picture), "png", path.toFile())) {
          throw new IOException("no writer for PNG");
        }
      }
      case WEBP, AVIF -> throw new IllegalArgumentException("ImageIO does not write " + output.format());
    }
  }

  private static byte[] thumbhash(BufferedImage picture) {
    Dimensions size = new Dimensions(picture.getWidth(), picture.getHeight());
    Dimensions tiny = size.scaled(Math.min(1, (double) ThumbHash.LONGEST_SIDE / size.longSide()));
    BufferedImage hashed = Fitting.resized(picture, tiny);
    int[] argb = hashed.getRGB(0, 0, tiny.width(), tiny.height(), null, 0, tiny.width());
    return ThumbHash.of(tiny.width(), tiny.height(), argb);
  }

  private static String perceptualHash(BufferedImage picture) {
    Dimensions square = new Dimensions(PerceptualHash.SIDE, PerceptualHash.SIDE);
    BufferedImage hashed = Fitting.resized(picture, square);
    return PerceptualHash.of(hashed.getRGB(0, 0, square.width(), square.height(), null, 0, square.width()));
  }
}
