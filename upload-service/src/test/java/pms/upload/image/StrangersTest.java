package pms.upload.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pms.contracts.ObjectKeys;
import pms.kit.store.ObjectStore;
import pms.platform.test.PmsPlatform;
import pms.upload.format.Samples;

/** H7 through the whole service; {@code ContentDecidesTest} has all combinations. */
@QuarkusTest
@TestProfile(SmallLimits.class)
@QuarkusTestResource(value = PmsPlatform.class, initArgs = @ResourceArg(name = "databases", value = "upload"))
class StrangersTest {

  @Inject ObjectStore store;

  private final Api alice = Api.ofNewUser();

  static Stream<Arguments> strangers() {
    return Stream.of(
        Arguments.of("a PostScript program", "%!PS-Adobe-3.0 EPSF-3.0"),
        Arguments.of("a PDF document", "%PDF-1.7\n"),
        Arguments.of("an MVG drawing", "push graphic-context\nviewbox 0 0 9 9\n"),
        Arguments.of("an MSL script", "<image><read filename=\"/etc/hostname\"/></image>"),
        Arguments.of("a video", "\0\0\0\u0018ftypisom\0\0\0\0isommp41"),
        Arguments.of("a ZIP archive", "PK\u0003\u0004\u0014\0"));
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void what_tools_would_obey_play_or_unpack_is_refused_whatever_it_is_called(String seen, String content) {
    for (String extension : List.of("jpg", "heic", "svg")) {
      for (String type : List.of("image/jpeg", "image/svg+xml", "application/octet-stream")) {
        alice.upload(content.getBytes(ISO_8859_1), headers(type, "a." + extension))
            .statusCode(415)
            .body("type", equalTo("urn:pms:problem:unsupported-image"))
            .body("detail", containsString(seen))
            .body("errors.field", hasItems("file"));
      }
    }
    assertThat(store.list(ObjectKeys.ORIGINALS + alice.owner() + "/").toList()).isEmpty();
    alice.me().body("quota.used", equalTo(0));
  }

  @ParameterizedTest
  @CsvSource({"png,image/jpeg,a.pdf,image/png", "jpg,image/svg+xml,a.png,image/jpeg", "gif,application/octet-stream,a.msl,image/gif"})
  void a_picture_is_taken_for_what_it_is(String format, String declared, String name, String type) {
    alice.upload(Samples.written(format, 7, 5), headers(declared, name))
        .statusCode(201)
        .body("type", equalTo(type))
        .body("fileName", equalTo(name));
  }

  private static Map<String, String> headers(String type, String name) {
    return Map.of("Content-Type", type, "Content-Disposition", "attachment; filename=" + name);
  }
}
