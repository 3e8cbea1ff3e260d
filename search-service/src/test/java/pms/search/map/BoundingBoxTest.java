package pms.search.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import pms.kit.problem.Problem;

class BoundingBoxTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2.2,48.8,2.5,48.9 | 2.2,48.8,2.5,48.9",
        " 2 , 48 , 3 , 49 | 2,48,3,49",
        "-180,-90,180,90 | -180,-90,180,90",
        "170,-10,-170,10 | 170,-10,-170,10",
        "170,-10,190,10 | 170,-10,-170,10",
        "-190,-10,-170,10 | 170,-10,-170,10",
        "-300,-10,300,10 | -180,-10,180,10",
        "350,0,370,1 | -10,0,10,1",
        "180,0,190,1 | 180,0,-170,1",
        "1e-7,0,1,1 | 0.0000001,0,1,1",
        "5,5,5,5 | 5,5,5,5",
      })
  void a_box_is_understood_once_round_the_earth(String text, String expected) {
    String[] edges = expected.split(",");
    BoundingBox box = BoundingBox.parse(text);
    assertThat(box.west()).isCloseTo(Double.parseDouble(edges[0]), within(1e-9));
    assertThat(box.south()).isCloseTo(Double.parseDouble(edges[1]), within(1e-9));
    assertThat(box.east()).isCloseTo(Double.parseDouble(edges[2]), within(1e-9));
    assertThat(box.north()).isCloseTo(Double.parseDouble(edges[3]), within(1e-9));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "", "1,2,3", "1,2,3,4,5", "a,b,c,d", "1,2,3,NaN", "1,2,3,Infinity", "541,0,1,1", "0,-91,1,1", "0,0,1,91",
        "0,10,1,5", "0,0,1e400,1", "0x1,0,1,1", "0,,1,1", "1;2;3;4"
      })
  void a_bad_box_is_named(String text) {
    assertThatThrownBy(() -> BoundingBox.parse(text))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(400);
              assertThat(problem.errors().getFirst().field()).isEqualTo("bbox");
            });
  }

  @Test
  void a_box_over_the_date_line_is_as_wide_as_it_looks() {
    assertThat(BoundingBox.parse("170,0,-170,10").width()).isCloseTo(20.0 / 360, within(1e-9));
    assertThat(BoundingBox.parse("-180,-90,180,90").height()).isCloseTo(1, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"'2.2,48.8,2.5,48.9', 12, 14", "'-180,-85,180,85', 0, 2", "'-180,-85,180,85', 22, 4", "'0,0,0,0', 22, 24"})
  void the_grid_is_as_fine_as_the_zoom_but_for_a_box_too_large(String bbox, String zoom, int precision) {
    assertThat(MapQuestion.of(bbox, zoom, null).precision()).isEqualTo(precision);
  }
}
