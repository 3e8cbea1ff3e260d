package pms.search.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import pms.search.image.Tile;

class CellTest {

  @Test
  void two_cells_put_together_have_the_centre_of_all_their_pictures() {
    Tile tile = new Tile(3, 4, 2);
    Cell both = new Cell(tile, 3, 48, 2, 7).and(new Cell(tile, 1, 52, 6, 9));
    assertThat(both.count()).isEqualTo(4);
    assertThat(both.latitude()).isCloseTo(49, within(1e-9));
    assertThat(both.longitude()).isCloseTo(3, within(1e-9));
    assertThat(both.mark()).isEqualTo(9);
    assertThat(both.named("x").cell()).isEqualTo("3/4/2");
  }
}
