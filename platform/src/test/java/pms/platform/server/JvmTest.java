package pms.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmTest {

  @TempDir Path folder;
  private Path program;

  @BeforeEach
  void builds_a_program() throws IOException {
    program = Files.writeString(folder.resolve("quarkus-run.jar"), "jar");
    Files.setLastModifiedTime(program, FileTime.fromMillis(1_000));
  }

  @Test
  void kept_classes_are_used_until_the_program_is_built_anew() throws IOException {
    Path kept = Files.createFile(archive());
    assertThat(archive()).isEqualTo(kept).exists();

    Files.setLastModifiedTime(program, FileTime.fromMillis(2_000));
    assertThat(archive()).isNotEqualTo(kept).doesNotExist();
    assertThat(kept).doesNotExist();
  }

  @Test
  void classes_kept_of_other_programs_stay() throws IOException {
    Path other = Files.createFile(folder.resolve("metadata-1.jsa"));
    archive();
    assertThat(other).exists();
  }

  @Test
  void a_program_of_many_jars_is_as_new_as_its_newest() throws IOException {
    Path before = archive(folder);
    Path another = Files.writeString(folder.resolve("another.jar"), "jar");
    Files.setLastModifiedTime(another, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(archive(folder)).isNotEqualTo(before);
  }

  private Path archive() {
    return archive(program);
  }

  private Path archive(Path program) {
    List<String> options = Jvm.keepClasses(folder, "search", program);
    String prefix = "-XX:SharedArchiveFile=";
    return Path.of(options.stream().filter(each -> each.startsWith(prefix)).findFirst().orElseThrow().substring(prefix.length()));
  }
}
