package pms.processing.render;

import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.imgscalr.Scalr;

/** Renders with what every JDK has, ImageIO, and imgscalr. Runs everywhere and reads the common formats. */
public final class PortableEngine implements PixelEngine {

  /** Bytes for a pixel of the largest rendition: when it is shrunk, and when it is converted, turned and resized. */
  private static final int SHRINKING = 4;

  private static final int TURNING = 13;

  @Override
  public EngineInfo info() {
    List<String> reads = Arrays.stream(Format.values()).filter(format -> format.readable).map(f -> f.label).toList();
    return new EngineInfo("ImageIO", Runtime.version().toString(), reads, List.of(OutputFormat.JPEG));
  }

  @Override
  public long memory(Path original, RenderPlan plan) throws Unrenderable, IOException {
    Source source = Source.read(original);
    return memory(source, plan, every(source, plan));
  }

  @Override
  public Rendered render(Path original, Path folder, RenderPlan plan) throws Unrenderable, IOException {
    Source source = Source.read(original);
    int every = every(source, plan);
    memory(source, plan, every);
    try {
      BufferedImage largest = largest(original, source, plan, every);
      List<Rendered.File> files = new ArrayList<>();
      BufferedImage smallest = chain(largest, source, plan, folder, files);
      Dimensions size = source.upright();
      return new Rendered(size.width(), size.height(), thumbhash(smallest), perceptualHash(smallest), files);
    } catch (Deadline.Passed passed) {
      throw new Unrenderable(passed.getMessage(), passed);
    } catch (RuntimeException surprise) {
      // Decoders meet nonsense in many ways; whatever they throw, the picture is to blame.
      throw Unrenderable.damaged(surprise);
    }
  }

  /** Keeps every n-th row and column only, so that what the reader must hold fits; never below the largest rendition. */
  private static int every(Source source, RenderPlan plan) {
    int every = 1;
    double shrink = (double) source.upright().shortSide() / target(source, plan).shortSide();
    long room = plan.memoryLimit() - target(source, plan).pixels() * SHRINKING;
    while (PlainDecoder.memory(source, every) > room && every + 1 <= shrink) {
      every++;
    }
    return every;
  }

  private static long memory(Source source, RenderPlan plan, int every) throws Unrenderable {
    source.refuseBeyond(plan.pixelLimit());
    long target = target(source, plan).pixels();
    long decoding = PlainDecoder.memory(source, every) + source.kept() + target * SHRINKING;
    long bytes = Math.max(decoding, target * TURNING);
    if (bytes > plan.memoryLimit()) {
      throw new Unrenderable(
          "The picture of %d × %d pixels needs %d MiB of memory to be read, more than the limit of %d MiB."
              .formatted(source.stored().width(), source.stored().height(), bytes >> 20, plan.memoryLimit() >> 20));
    }
    return bytes;
  }

  /** Size of the largest rendition, upright. */
  private static Dimensions target(Source source, RenderPlan plan) {
    return plan.outputs().stream()
        .map(output -> output.scaled(source.upright()))
        .max(Comparator.comparingLong(Dimensions::pixels))
        .orElseThrow();
  }

  private static BufferedImage largest(Path original, Source source, RenderPlan plan, int every)
      throws Unrenderable, IOException {
    Deadline deadline = new Deadline(plan.timeLimit());
    Dimensions target = source.orientation().upright(target(source, plan));
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

  /** Each size is made of the one before; returns the last one. */
  private static BufferedImage chain(
      BufferedImage largest, Source source, RenderPlan plan, Path folder, List<Rendered.File> files) throws IOException {
    BufferedImage picture = largest;
    for (Output output : plan.outputs()) {
      picture = resized(picture, output.size(source.upright()));
      Path path = folder.resolve(output.fileName());
      JpegFile.write(Canvas.flat(picture), output.quality(), path);
      files.add(Rendered.File.of(output, new Dimensions(picture.getWidth(), picture.getHeight()), path));
    }
    return picture;
  }

  /** In halves, since plain interpolation looks at no more than the four nearest pixels. */
  private static BufferedImage resized(BufferedImage picture, Dimensions to) {
    BufferedImage now = picture;
    while (now.getWidth() > to.width() || now.getHeight() > to.height()) {
      int width = Math.max(to.width(), (now.getWidth() + 1) / 2);
      int height = Math.max(to.height(), (now.getHeight() + 1) / 2);
      now = Scalr.resize(now, Scalr.Method.BALANCED, Scalr.Mode.FIT_EXACT, width, height);
    }
    return now;
  }

  private static byte[] thumbhash(BufferedImage picture) {
    Dimensions size = new Dimensions(picture.getWidth(), picture.getHeight());
    Dimensions tiny = size.scaled(Math.min(1, (double) ThumbHash.LONGEST_SIDE / size.longSide()));
    BufferedImage hashed = resized(picture, tiny);
    int[] argb = hashed.getRGB(0, 0, tiny.width(), tiny.height(), null, 0, tiny.width());
    return ThumbHash.of(tiny.width(), tiny.height(), argb);
  }

  private static String perceptualHash(BufferedImage picture) {
    Dimensions square = new Dimensions(PerceptualHash.SIDE, PerceptualHash.SIDE);
    BufferedImage hashed = Scalr.resize(
        resized(picture, square), Scalr.Method.BALANCED, Scalr.Mode.FIT_EXACT, square.width(), square.height());
    return PerceptualHash.of(hashed.getRGB(0, 0, square.width(), square.height(), null, 0, square.width()));
  }
}
