package pms.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pms.platform.Home;

/** The script has to find a JDK before any Java can run, so this runs the script. */
class JdkFinderTest {

  @TempDir Path folder;

  @Test
  void a_jdk_25_is_found_among_others() throws Exception {
    Path right = jdk("right", "25.0.3");

    assertThat(run(List.of(jdk("old", "17.0.15"), folder.resolve("missing"), right))).isEqualTo("0 " + right);
  }

  @Test
  void a_jre_without_compiler_does_not_do() throws Exception {
    Path jre = jdk("jre", "25.0.3");
    Files.delete(jre.resolve("bin/javac"));

    assertThat(run(List.of(jre))).startsWith("1 ");
  }

  @Test
  void without_any_one_sentence_says_what_to_install() throws Exception {
    assertThat(run(List.of(jdk("new", "250.0.1"), jdk("old", "21.0.1"))))
        .startsWith("1 PMS needs a JDK 25: install one")
        .doesNotContain("\n");
  }

  private Path jdk(String name, String version) throws IOException {
    Path jdk = folder.resolve(name);
    Home.write(jdk.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
    Home.write(jdk.resolve("bin/javac"), "");
    assertThat(jdk.resolve("bin/javac").toFile().setExecutable(true)).isTrue();
    return jdk;
  }

  private String run(List<Path> folders) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("bash", Home.development().root().resolve("pms").toString(), "jdk");
    builder.environment().put("PMS_JDK_FOLDERS", String.join(":", folders.stream().map(Path::toString).toList()));
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes()).strip();
    return process.waitFor() + " " + output;
  }
}
