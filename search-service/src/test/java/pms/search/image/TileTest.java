package pms.search.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileTest {

  @ParameterizedTest
  @CsvSource({
    "48.85, 2.35, 6/32/22, 4/8/5", "-33.87, 151.2, 6/58/38, 4/14/9", "0, 0, 6/32/32, 4/8/8", "90, -180, 6/0/0, 4/0/0",
    "-90, 180, 6/63/63, 4/15/15"
  })
  void a_point_lies_in_a_tile_and_that_in_a_larger_one(double latitude, double longitude, String tile, String larger) {
    Tile found = Tile.at(latitude, longitude, 6);
    assertThat(found).hasToString(tile).isEqualTo(Tile.read(tile));
    assertThat(found.within(4)).hasToString(larger).isEqualTo(Tile.at(latitude, longitude, 4));
  }
}
