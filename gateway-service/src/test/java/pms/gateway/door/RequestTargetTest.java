package pms.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Check A8: one spelling of a path passes. */
class RequestTargetTest {

  private static final List<String> GUARDED =
      List.of("/api/admin/search/rebuild", "/api/images/0192", "/api/trash", "/internal/access/0192", "/q/health");

  /** What stands where {@code /} or nothing stood; every one of them was a way round a guard somewhere. */
  private static final List<String> IN_PLACE_OF_A_SLASH =
      List.of(
          "//", "///", "/./", "/../", "/.../", "/%2e/", "/%2E%2e/", "/.%2e/", "%2F", "%2f", "/%2F", "%5C", "%5c", "\\", "/\\", "/;x/",
          ";/", ";a=b/", "%3B/", "%3b/", "%00/", "/%00", "%252F", "%252e", "/%20/", "%c0%af", "%e0%80%af", "%c0%ae/", "/\u2044");

  private static final List<String> AT_THE_END =
      List.of(
          "/", "//", "/.", "/..", ".", "..", ";", ";x", ";jsessionid=1", "%3B", "%3Bx", "%20", "%2F", "%2f", "%5C", "\\", "%00", "%0a",
          "%0d%0aX:y", "%09", "%2e", "%2E", "%61", "%41", "%7e", "%2d", "%5f", "%25", "%252e", "%", "%2", "%zz", "%%41", "%%%", "%u002f",
          "#", "#x", " ", "\t", "\0", "\u00a0", "\u00e9", "<", ">", "\"", "|", "^", "`", "{", "}", "[", "]", "%c3", "%c3%28", "%ed%a0%80",
          "%f4%90%80%80", "%fe", "%7f", "%c2%85", "%e2%80%a8", "%c2%a0");

  static Stream<String> odd() {
    Stream<String> slashes =
        GUARDED.stream().flatMap(path -> IN_PLACE_OF_A_SLASH.stream().flatMap(odd -> {
          int last = path.lastIndexOf('/');
          return Stream.of(
              path.substring(0, last) + odd + path.substring(last + 1), path.replaceFirst("/", odd.replace("\\", "\\\\")));
        }));
    Stream<String> ends = GUARDED.stream().flatMap(path -> AT_THE_END.stream().map(odd -> path + odd));
    Stream<String> whole =
        Stream.of(
            "", "*", "api", "http://localhost:8080/api/images", "http://evil/api/images", "//evil/api", "localhost:8080", "../api",
            "/%61pi/images", "/a%70i/images", "/api%2fimages", "/;/api/images", "/%2e%2e/api", "/./api");
    return Stream.of(slashes, ends, whole).flatMap(all -> all).distinct();
  }

  @Test
  void there_are_at_least_two_hundred_odd_spellings() {
    assertThat(odd().count()).isGreaterThan(400);
  }

  @ParameterizedTest
  @MethodSource("odd")
  void an_odd_spelling_is_refused(String target) {
    assertThat(RequestTarget.fault(target)).isPresent();
    assertThat(RequestTarget.fault(target + "?limit=1")).isPresent();
  }

  @Test
  void no_target_at_all_is_refused() {
    assertThat(RequestTarget.fault(null)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/", "/index.html", "/assets/app-1.2.js", "/api/images", "/api/images/0192f3c4-0000-7000-8000-000000000001",
        "/api/images/0192/thumbnails/small", "/api/albums/0192/members/user:bob", "/api/albums/0192/members/user%3Abob",
        "/api/albums/0192/members/user:bob@pms.example", "/api/tags/black%20%26%20white", "/api/tags/Z%C3%BCrich", "/api/tags/%E6%97%A5%E6%9C%AC",
        "/api/tags/%F0%9F%91%A8%E2%80%8D%F0%9F%91%A9", "/api/tags/C%23", "/api/tags/why%3F", "/api/tags/it's", "/api/tags/a+b", "/api/tags/(x)",
        "/api/tags/.net", "/api/tags/a,b", "/api/tags/1=1", "/api/tags/~x", "/api/tags/!", "/api/admin/search/rebuild", "/api/images/x.json",
        "/api/images?limit=10", "/api/images?", "/api/search?q=camera%3ACanon+taken%3A2020..2022&limit=5", "/api/search?q=%22two+words%22",
        "/api/search?q=a/b?c", "/api/search?q=50%25", "/api/search?q=%0Aline", "/api/search?q=a[1];b'c", "/api/map?bbox=1.5,2.5,3,4&zoom=3",
        "/?code=abc.def-1&state=x_y&iss=http%3A%2F%2Flocalhost%3A8180%2Frealms%2Fpms"
      })
  void a_plain_spelling_passes(String target) {
    assertThat(RequestTarget.fault(target)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"q=%", "q=%4", "q=%gg", "q=a b", "q=\u00e9", "q=%c3%28", "q=%00", "q=%ed%a0%80", "q=#x", "q=<", "q={a}", "q=a|b", "q=^", "q=`", "q=\\", "q=\"x\"", "q=\0", "q=\n"})
  void a_query_that_two_readers_could_read_differently_is_refused(String query) {
    assertThat(RequestTarget.fault("/api/search?" + query)).isPresent();
  }

  @Test
  void thousands_of_parameters_are_refused_and_a_hundred_pass() {
    assertThat(RequestTarget.fault("/api/search?" + "a=1&".repeat(5000))).isPresent();
    assertThat(RequestTarget.fault("/api/search?" + "a=1&".repeat(100))).isEmpty();
  }

  @Test
  void a_very_long_run_of_escapes_is_read_without_trouble() {
    assertThat(RequestTarget.fault("/api/tags/x" + "%C3%A9".repeat(20_000))).isEmpty();
    assertThat(RequestTarget.fault("/api/search?q=" + "%C3%A9".repeat(20_000))).isEmpty();
  }
}
