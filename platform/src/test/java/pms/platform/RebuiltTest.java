package pms.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pms.platform.process.Launch;
import pms.platform.server.Server;

/** What was built while it ran. */
class RebuiltTest {

  @TempDir Path folder;
  private Path program;
  private Suite suite;

  @BeforeEach
  void up() throws IOException {
    program = Files.writeString(folder.resolve("program.jar"), "built");
    suite = Suite.of(Home.at(folder), Ports.free(), List.of(new Sleeper(program)));
    suite.up(Progress.NONE);
  }

  @AfterEach
  void down() {
    suite.down(Progress.NONE);
  }

  @Test
  void a_process_older_than_its_build_is_started_again() throws IOException {
    Long before = pid();
    Files.setLastModifiedTime(program, FileTime.from(Instant.now().plusSeconds(60)));

    suite.up(Progress.NONE);

    assertThat(pid()).isNotNull().isNotEqualTo(before);
    assertThat(ProcessHandle.of(before).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void a_process_of_the_last_build_stays() {
    Long before = pid();

    suite.up(Progress.NONE);

    assertThat(pid()).isNotNull().isEqualTo(before);
  }

  private Long pid() {
    return suite.states().getFirst().pid();
  }

  private record Sleeper(Path program) implements Server {

    @Override
    public String name() {
      return "sleeper";
    }

    @Override
    public List<Port> ports() {
      return List.of();
    }

    @Override
    public Optional<Path> built(Site site) {
      return Optional.of(program);
    }

    @Override
    public Launch launch(Site site) {
      return new Launch(List.of("sleep", "300"), Map.of(), data(site));
    }

    @Override
    public boolean isReady(Site site) {
      return true;
    }
  }
}
