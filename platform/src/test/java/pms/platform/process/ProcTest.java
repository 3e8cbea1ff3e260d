package pms.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcTest {

  private final long self = ProcessHandle.current().pid();

  @Test
  void a_command_with_blanks_and_brackets_does_not_shift_the_fields() {
    assertThat(Proc.parseStat("42 (tmux: (server) x) S 1 42 42 0")).containsExactly("S", "1", "42", "42", "0");
  }

  @Test
  void a_running_process_has_a_start_a_command_and_memory() {
    assertThat(Proc.started(self)).isPresent();
    assertThat(Proc.command(self).orElseThrow()).contains("java");
    assertThat(Proc.memory(self).orElseThrow()).isGreaterThan(10_000_000);
  }

  @Test
  void a_pid_nobody_has_is_empty_everywhere() {
    long nobody = 4_194_305; // above the kernel's highest

    assertThat(Proc.started(nobody)).isEmpty();
    assertThat(Proc.command(nobody)).isEmpty();
    assertThat(Proc.variable(nobody, "PATH")).isEmpty();
    assertThat(Proc.memory(nobody)).isEmpty();
  }
}
