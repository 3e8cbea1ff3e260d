package pms.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pms.platform.Home;

class ProcessRegistryTest {

  @TempDir Path folder;
  private ProcessRegistry registry;
  private long pid;

  @BeforeEach
  void start_a_process() {
    registry = new ProcessRegistry(Home.at(folder));
    pid = registry.start("sleeper", new Launch(List.of("sleep", "300"), Map.of(), folder));
  }

  @AfterEach
  void end_it() {
    Endings.kill(List.of(pid));
  }

  @Test
  void a_started_process_is_found_by_its_record() {
    assertThat(registry.find("sleeper", command -> false)).contains(pid);
  }

  @Test
  void a_process_whose_record_is_lost_is_found_by_its_marks() throws Exception {
    Files.delete(folder.resolve("run/sleeper.json"));

    assertThat(registry.find("sleeper", command -> true)).contains(pid);
  }

  @Test
  void a_launcher_killed_between_its_note_and_the_start_leaves_no_confusion() {
    Home.write(folder.resolve("run/sleeper.json"), "{\"name\":\"sleeper\",\"pid\":0,\"started\":\"\"}");

    assertThat(registry.find("sleeper", command -> true)).contains(pid);
  }

  @Test
  void a_torn_record_is_as_good_as_none() {
    Home.write(folder.resolve("run/sleeper.json"), "{\"name\":\"sle");

    assertThat(registry.find("sleeper", command -> true)).contains(pid);
  }

  @Test
  void a_later_process_with_the_same_pid_is_not_taken_for_it() {
    Home.write(folder.resolve("run/other.json"), "{\"name\":\"other\",\"pid\":" + pid + ",\"started\":\"1\"}");

    assertThat(registry.find("other", command -> true)).isEmpty();
  }

  @Test
  void processes_of_another_suite_are_not_ours(@TempDir Path elsewhere) {
    assertThat(new ProcessRegistry(Home.at(elsewhere)).all("sleeper")).isEmpty();
  }

  @Test
  void a_killed_process_is_found_no_more() {
    Endings.kill(List.of(pid));

    assertThat(registry.find("sleeper", command -> true)).isEmpty();
    assertThat(registry.all("sleeper")).isEmpty();
  }

  @Test
  void its_output_is_in_its_log() throws Exception {
    long echo = registry.start("echo", new Launch(List.of("echo", "good morning"), Map.of(), folder));
    Endings.awaitGone(List.of(echo));

    assertThat(folder.resolve("logs/echo.log")).hasContent("good morning");
  }
}
