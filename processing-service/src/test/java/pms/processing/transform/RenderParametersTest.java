package pms.processing.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pms.kit.problem.Problem;
import pms.processing.render.Dimensions;
import pms.processing.render.Fit;
import pms.processing.render.Focus;
import pms.processing.render.Output;
import pms.processing.render.OutputFormat;

class RenderParametersTest {

  private static final List<OutputFormat> WRITES = List.of(OutputFormat.JPEG, OutputFormat.WEBP, OutputFormat.PNG);
  private static final ToIntFunction<OutputFormat> QUALITY = format -> format == OutputFormat.AVIF ? 50 : 80;
  private static final Dimensions PICTURE = new Dimensions(1000, 500);

  @ParameterizedTest
  @CsvSource({
    "w,0", "w,4097", "w,-1", "w,1.5", "w,x", "w,99999999999", "w,' 5'", "h,0", "h,4097", "fit,Cover", "fit,crop", "crop,2,",
    "crop,centre", "crop,'1.5,0'", "crop,'0.5'", "crop,'-0.1,0'", "format,gif", "format,avif", "format,JPEG", "quality,0",
    "quality,101", "quality,high", "animation,yes", "animation,"
  })
  void what_cannot_be_is_refused_by_its_name(String name, String value) {
    RenderParameters parameters = of(name, value);
    assertThatThrownBy(() -> parameters.output("*/*", WRITES, QUALITY))
        .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.errors().getFirst().field()).isEqualTo(name));
  }

  @Test
  void a_size_is_needed() {
    assertThatThrownBy(() -> new RenderParameters().output("*/*", WRITES, QUALITY)).hasMessage("w: is needed, or h");
  }

  @Test
  void a_focus_goes_with_cover_only() {
    RenderParameters parameters = of("crop", "0.2,0.3");
    assertThat(parameters.output("*/*", WRITES, QUALITY).focus()).isEqualTo(Focus.at(0.2, 0.3));
    parameters.fit = "inside";
    assertThatThrownBy(() -> parameters.output("*/*", WRITES, QUALITY)).hasMessageStartingWith("crop: ");
    assertThat(of("crop", "attention").output("*/*", WRITES, QUALITY).focus()).isEqualTo(Focus.ATTENTION);
  }

  @Test
  void the_format_is_named_or_negotiated() {
    assertThat(of("format", "png").output("image/webp", WRITES, QUALITY).format()).isEqualTo(OutputFormat.PNG);
    assertThat(of("format", null).output("image/webp", WRITES, QUALITY).format()).isEqualTo(OutputFormat.WEBP);
    assertThat(of("format", null).output("image/avif", WRITES, QUALITY).format()).isEqualTo(OutputFormat.JPEG);
    assertThat(of("format", null).output("image/webp", List.of(OutputFormat.JPEG), QUALITY).format()).isEqualTo(OutputFormat.JPEG);
  }

  @Test
  void each_format_has_a_usual_quality_of_its_own() {
    List<OutputFormat> writes = List.of(OutputFormat.JPEG, OutputFormat.AVIF);
    assertThat(of("format", "avif").output("*/*", writes, QUALITY).quality()).isEqualTo(50);
    assertThat(of("format", null).output("image/avif", writes, QUALITY).quality()).isEqualTo(50);
    assertThat(of("format", "jpeg").output("image/avif", writes, QUALITY).quality()).isEqualTo(80);
    assertThat(of("quality", "77").output("image/avif", writes, QUALITY).quality()).isEqualTo(77);
  }

  @Test
  void what_moves_is_webp_and_whole() {
    RenderParameters parameters = of("fit", "inside");
    parameters.animation = "keep";
    Output moving = parameters.output("image/jpeg", WRITES, QUALITY);
    assertThat(moving.moving()).isTrue();
    assertThat(moving.format()).isEqualTo(OutputFormat.WEBP);
    assertThat(parameters.negotiates()).isFalse();
    assertThat(TransformKey.name(PICTURE, moving)).isEqualTo("100x50.q80.moving.webp");
    assertThatThrownBy(() -> parameters.output("*/*", List.of(OutputFormat.JPEG, OutputFormat.PNG), QUALITY)).hasMessageStartingWith("animation: ");
    parameters.format = "png";
    assertThatThrownBy(() -> parameters.output("*/*", WRITES, QUALITY)).hasMessageStartingWith("format: ");
    parameters.format = "webp";
    parameters.fit = "cover";
    assertThatThrownBy(() -> parameters.output("*/*", WRITES, QUALITY)).hasMessageStartingWith("fit: ");
    parameters.animation = "first";
    assertThat(parameters.output("*/*", WRITES, QUALITY).moving()).isFalse();
  }

  /** R5: nobody fills the cache with addresses that lead to the same pixels. */
  @Test
  void wishes_for_the_same_pixels_have_the_same_name() {
    assertThat(name(Fit.INSIDE, 2000, 2000)).isEqualTo(name(Fit.INSIDE, 1000, null)).isEqualTo("1000x500.q80.jpg");
    assertThat(name(Fit.INSIDE, 100, 100)).isEqualTo(name(Fit.FILL, 100, 50)).isEqualTo(name(Fit.COVER, 100, 50));
    assertThat(name(Fit.COVER, 100, 100)).isEqualTo("200x100.cropped-100x100.50,50.q80.jpg");
    assertThat(name(Fit.CONTAIN, 100, 100)).isEqualTo("100x50.framed-100x100.q80.jpg");
    Output one = new Output("render", Fit.INSIDE, 10, null, Focus.CENTRE, OutputFormat.PNG, 3);
    assertThat(TransformKey.name(PICTURE, one)).isEqualTo("10x5.png");
  }

  private static String name(Fit fit, Integer width, Integer height) {
    return TransformKey.name(PICTURE, new Output("render", fit, width, height, Focus.CENTRE, OutputFormat.JPEG, 80));
  }

  private static RenderParameters of(String name, String value) {
    RenderParameters parameters = new RenderParameters();
    parameters.w = "100";
    parameters.h = "100";
    parameters.fit = "cover";
    switch (name) {
      case "w" -> parameters.w = value;
      case "h" -> parameters.h = value;
      case "fit" -> parameters.fit = value;
      case "crop" -> parameters.crop = value;
      case "format" -> parameters.format = value;
      case "animation" -> parameters.animation = value == null ? "" : value;
      default -> parameters.quality = value;
    }
    return parameters;
  }
}
