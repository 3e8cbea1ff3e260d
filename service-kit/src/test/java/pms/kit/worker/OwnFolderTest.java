package pms.kit.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFolderTest {

  /** Larger than the number of any process. */
  private static final int NOBODY = 999_999_999;

  @TempDir Path parent;

  @Test
  void what_dead_processes_left_is_cleared_away_and_nothing_else() throws IOException {
    OwnFolder own = new OwnFolder(parent, "pms-test-");
    Path dead = Files.createDirectories(parent.resolve("pms-test-" + NOBODY + "/picture")).getParent();
    Path alive = Files.createDirectory(parent.resolve("pms-test-" + ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(1L)));
    Path another = Files.createDirectory(parent.resolve("pms-other-" + NOBODY));
    Path name = Files.createDirectory(parent.resolve("pms-test-me"));
    Path earlier = Files.createFile(Files.createDirectory(own.path()).resolve("of an earlier process"));
    own.clearLeftovers();
    assertThat(dead).doesNotExist();
    assertThat(earlier).doesNotExist();
    assertThat(own.path()).isEmptyDirectory();
    assertThat(alive).exists();
    assertThat(another).exists();
    assertThat(name).exists();
  }
}
