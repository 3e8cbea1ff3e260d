package pms.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PixelEngineLineTest {

  @Test
  void the_engine_is_told_in_one_line() {
    String health = """
        {"status":"UP","checks":[{"name":"database","status":"UP"},{"name":"pixel engine","status":"UP","data":
        {"engine":"libvips","version":"8.18.7","reads":"JPEG, PNG","writes":"JPEG, WEBP","guards":"own process, no network"}}]}
        """;
    assertThat(PixelEngineLine.parse(health))
        .contains("  pictures: libvips 8.18.7, reads JPEG, PNG; writes JPEG, WEBP; guards: own process, no network");
  }

  @Test
  void other_answers_are_passed_over() {
    assertThat(PixelEngineLine.parse("{\"status\":\"UP\",\"checks\":[]}")).isEmpty();
    assertThat(PixelEngineLine.parse("<html>")).isEmpty();
  }
}
