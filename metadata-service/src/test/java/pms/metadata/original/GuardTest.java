package pms.metadata.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import pms.kit.store.StoreFailure;
import pms.metadata.extract.Extracted;

/** H5: whatever a reader does, the answer is a fact about the file. */
class GuardTest {

  private final Guard guard = new Guard(Duration.ofMillis(300));

  @Test
  void a_result_passes() throws InterruptedException {
    assertThat(warning(guard.run(() -> Extracted.nothing("it"), () -> false))).isEqualTo("it");
  }

  @Test
  void a_reader_that_recurses_for_ever_is_a_broken_file() throws InterruptedException {
    assertThat(warning(guard.run(() -> recurse(0), () -> false))).contains("broken");
  }

  @Test
  void a_reader_that_asks_for_all_memory_is_a_broken_file() throws InterruptedException {
    assertThat(warning(guard.run(() -> Extracted.nothing("" + new long[Integer.MAX_VALUE].length + new long[Integer.MAX_VALUE - 8].length), () -> false)))
        .contains("broken");
  }

  @Test
  void a_reader_that_spins_is_given_up() throws InterruptedException {
    assertThat(warning(guard.run(GuardTest::waitForInterrupt, () -> false))).contains("too long");
  }

  @Test
  void a_store_that_does_not_answer_is_not_the_files_fault() {
    assertThatThrownBy(() -> guard.run(GuardTest::waitForInterrupt, () -> true)).isInstanceOf(StoreFailure.class);
    assertThatThrownBy(() -> guard.run(() -> { throw new StoreFailure("away", null); }, () -> false)).isInstanceOf(StoreFailure.class);
  }

  private static Extracted recurse(long depth) {
    return depth < 0 ? null : recurse(depth + 1).facts() == null ? null : recurse(depth + 2);
  }

  private static Extracted waitForInterrupt() {
    while (!Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(1_000_000);
    }
    return null;
  }

  private static String warning(Extracted extracted) {
    return extracted.facts().warnings().getFirst();
  }
}
