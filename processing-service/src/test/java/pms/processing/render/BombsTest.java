package pms.processing.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H2: small files that are large inside. Each ends soon, shown or refused. */
class BombsTest extends RenderTest {

  @Test
  void of_ten_thousand_frames_the_first_is_shown() throws Unrenderable {
    Rendered rendered = soon(() -> render(Bombs.frames()));
    assertThat(difference(picture(rendered, "large"), Bombs.SCENE)).isLessThan(12);
  }

  @Test
  void texts_that_swell_are_left_alone() throws Unrenderable {
    Rendered rendered = soon(() -> render(Bombs.text()));
    assertThat(difference(picture(rendered, "large"), Bombs.SCENE)).isLessThan(3);
  }

  @Test
  void a_profile_that_swells_is_left_alone() throws Unrenderable {
    Rendered rendered = soon(() -> render(Bombs.profile()));
    assertThat(difference(picture(rendered, "large"), Bombs.SCENE)).isLessThan(3);
  }

  @Test
  void directories_that_go_round_in_a_circle_end() {
    try {
      assertThat(soon(() -> render(Bombs.circle())).files()).hasSize(3);
    } catch (Unrenderable refused) {
      assertThat(refused.getMessage()).endsWith(".");
    }
  }

  @ParameterizedTest
  @CsvSource({"avif,av01,65280", "avif,av01,16384", "heic,hvc1,65280", "heic,hvc1,1048320"})
  void a_grid_of_tiles_is_refused(String brand, String coding, int side) {
    byte[] grid = GridBomb.of(brand, coding, side);
    assertThatThrownBy(() -> soon(() -> render(grid))).isInstanceOf(Unrenderable.class).hasMessageEndingWith(".");
  }

  @Test
  void of_sixty_five_thousand_pages_the_first_is_shown_or_none() {
    try {
      assertThat(difference(picture(soon(() -> render(Bombs.pages())), "large"), Bombs.SCENE)).isLessThan(3);
    } catch (Unrenderable refused) {
      assertThat(refused.getMessage()).endsWith(".");
    }
  }

  private interface Work {
    Rendered run() throws Unrenderable;
  }

  /** A second in the words; a busy machine may take many more, a bomb takes for ever. */
  private static Rendered soon(Work work) throws Unrenderable {
    long start = System.nanoTime();
    Rendered rendered = work.run();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    return rendered;
  }
}
