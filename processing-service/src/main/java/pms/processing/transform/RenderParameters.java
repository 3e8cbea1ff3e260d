package pms.processing.transform;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import pms.kit.problem.Problem;
import pms.processing.http.Accepted;
import pms.processing.http.Numbers;
import pms.processing.render.Fit;
import pms.processing.render.Focus;
import pms.processing.render.Output;
import pms.processing.render.OutputFormat;

/** What {@code /render} is asked for, read strictly. */
public class RenderParameters {

  /** Pixels of a side. */
  static final int LONGEST_SIDE = 4096;

  private static final String FRACTION = "(0|1|0?\\.\\d{1,6}|1\\.0{1,6})";

  @QueryParam("w")
  @Parameter(description = "pixels; one of w and h is needed", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "4096"))
  public String w;

  @QueryParam("h")
  @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "4096"))
  public String h;

  @QueryParam("fit")
  @Parameter(schema = @Schema(enumeration = {"inside", "outside", "cover", "contain", "fill"}, defaultValue = "inside"))
  public String fit;

  @QueryParam("crop")
  @Parameter(description = "with fit=cover: what stays in sight, as x,y in fractions of the sides, or attention")
  public String crop;

  @QueryParam("format")
  @Parameter(description = "else by Accept", schema = @Schema(enumeration = {"jpeg", "webp", "avif", "png"}))
  public String format;

  @QueryParam("quality")
  @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100"))
  public String quality;

  @QueryParam("version")
  @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
  public String version;

  @QueryParam("animation")
  @Parameter(
      description = "of a GIF or WebP that moves: its first frame, or all of them, as WebP",
      schema = @Schema(enumeration = {"first", "keep"}, defaultValue = "first"))
  public String animation;

  boolean negotiates() {
    return format == null && !keepsAnimation();
  }

  Integer wantedVersion() {
    return Numbers.version(version);
  }

  /**
   * The rendition that is meant.
   *
   * @param writes what can be written here
   * @param usual quality of a format, whose scales are not the same
   * @throws Problem 400 that names the parameter
   */
  Output output(String accept, List<OutputFormat> writes, ToIntFunction<OutputFormat> usual) {
    Integer width = Numbers.of("w", w, 1, LONGEST_SIDE);
    Integer height = Numbers.of("h", h, 1, LONGEST_SIDE);
    if (width == null && height == null) {
      throw Problem.invalid("w", "is needed, or h");
    }
    Integer wanted = Numbers.of("quality", quality, 1, 100);
    Fit how = fit == null ? Fit.INSIDE : choice("fit", fit, List.of(Fit.values()));
    OutputFormat written = negotiates() ? accepted(accept, writes) : format(keepsAnimation() ? moving(how, writes) : format, writes);
    int used = wanted == null ? usual.applyAsInt(written) : wanted;
    Output output = new Output("render", how, width, height, focus(how), written, used);
    return keepsAnimation() ? output.inMotion() : output;
  }

  private boolean keepsAnimation() {
    if (animation == null || animation.equals("first")) {
      return false;
    }
    if (!animation.equals("keep")) {
      throw Problem.invalid("animation", "is one of first, keep");
    }
    return true;
  }

  /** The name of the one format that moves; frames are scaled, but neither cropped nor framed. */
  private String moving(Fit how, List<OutputFormat> writes) {
    if (!writes.contains(OutputFormat.WEBP)) {
      throw Problem.invalid("animation", "cannot be kept here: the engine of this server writes still pictures only");
    }
    if (format != null && !format.equals("webp")) {
      throw Problem.invalid("format", "goes with animation=keep as webp only");
    }
    if (how == Fit.COVER || how == Fit.CONTAIN) {
      throw Problem.invalid("fit", "goes with animation=keep as inside, outside or fill only");
    }
    return "webp";
  }

  /** A format by its name in addresses. */
  public static OutputFormat format(String name, List<OutputFormat> writes) {
    return choice("format", name, writes);
  }

  /** The smallest that the client names, of those that are quickly made; else JPEG. */
  static OutputFormat accepted(String accept, List<OutputFormat> writes) {
    List<OutputFormat> offered =
        List.of(OutputFormat.WEBP, OutputFormat.AVIF, OutputFormat.JPEG).stream().filter(writes::contains).toList();
    String best = new Accepted(accept).best(offered.stream().map(OutputFormat::mediaType).toList());
    return Arrays.stream(OutputFormat.values()).filter(one -> one.mediaType().equals(best)).findFirst().orElseThrow();
  }

  private Focus focus(Fit how) {
    if (crop == null) {
      return Focus.CENTRE;
    }
    if (how != Fit.COVER) {
      throw Problem.invalid("crop", "goes with fit=cover only");
    }
    if (crop.equals("attention")) {
      return Focus.ATTENTION;
    }
    if (!crop.matches(FRACTION + "," + FRACTION)) {
      throw Problem.invalid("crop", "is attention, or two fractions from 0 to 1 such as 0.5,0.25");
    }
    String[] point = crop.split(",");
    return Focus.at(percent(point[0]), percent(point[1]));
  }

  /** As exact as anybody sees, so that the cache is not filled with the same picture. */
  private static double percent(String fraction) {
    return Math.round(Double.parseDouble(fraction) * 100) / 100d;
  }

  private static <E extends Enum<E>> E choice(String name, String value, List<E> values) {
    return values.stream()
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(value))
        .findFirst()
        .orElseThrow(() -> Problem.invalid(
            name,
            "is one of " + values.stream().map(one -> one.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "))));
  }
}
