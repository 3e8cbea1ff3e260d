package pms.processing.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both ways to call C pass what a function expects, in registers and beyond them. */
class CallsTest {

  static Stream<Calls> ways() {
    return Stream.concat(Stream.of(new ManyShapes()), Stream.of(1).filter(_ -> OneShape.fits()).map(_ -> new OneShape()));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void numbers_texts_and_fractions_arrive_in_their_order(Calls way) {
    assertThat(printed(way, "%d %s %.3f %ld %d %.2f %d %s %.1f %d", 7, "seven", 0.125, 1L << 40, -1, -2.5, 9, "nine", 1e3, 10))
        .isEqualTo("7 seven 0.125 1099511627776 -1 -2.50 9 nine 1000.0 10");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_result_is_what_the_function_said(Calls way) {
    Natives c = new Natives(Linker.nativeLinker().defaultLookup(), way);
    assertThat(c.callInt("abs", -5)).isEqualTo(5);
    assertThat(c.callInt("strcmp", "a", "b")).isNegative();
    assertThat(c.callLong("strtol", Long.toString(Long.MIN_VALUE), MemorySegment.NULL, 10)).isEqualTo(Long.MIN_VALUE);
    assertThat(c.has("no_such_function")).isFalse();
  }

  /** What was left in registers by other calls does not matter: hundreds of the same have the same result. */
  @Test
  void fractions_arrive_every_time() {
    assumeTrue(OneShape.fits(), "skipped: this machine passes arguments in another way");
    Calls way = new OneShape();
    for (int i = 0; i < 500; i++) {
      assertThat(printed(way, "%.4f %d", i / 16d, i)).isEqualTo("%.4f %d".formatted(i / 16d, i));
    }
  }

  private static String printed(Calls way, String format, Object... arguments) {
    Natives c = new Natives(Linker.nativeLinker().defaultLookup(), way);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocate(200);
      c.callWithOptions("snprintf", 3, Scope.with(new Object[] {text, 200L, format}, arguments));
      return text.getString(0);
    }
  }
}
