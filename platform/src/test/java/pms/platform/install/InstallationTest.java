package pms.platform.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pms.platform.Home;
import pms.platform.PlatformException;

class InstallationTest {

  @TempDir Path folder;

  @Test
  void many_who_ask_at_once_unpack_it_once() throws Exception {
    Installation installation = new Installation(new Home(folder, folder));
    AtomicInteger fillings = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 20)
          .forEach(
              one ->
                  threads.submit(
                      () ->
                          installation.of(
                              "thing-1",
                              into -> {
                                fillings.incrementAndGet();
                                Files.writeString(into.resolve("file"), "content");
                              })));
    }

    assertThat(fillings).hasValue(1);
    assertThat(folder.resolve(".pms/servers/thing-1/file")).hasContent("content");
  }

  @Test
  void a_filling_that_was_cut_short_is_done_again_from_the_start() {
    Installation installation = new Installation(new Home(folder, folder));
    Installation.Filling cutShort =
        into -> {
          Files.writeString(into.resolve("half"), "");
          throw new IOException("no space left");
        };
    assertThatThrownBy(() -> installation.of("thing-1", cutShort)).hasRootCauseMessage("no space left");

    Path whole = installation.of("thing-1", into -> Files.writeString(into.resolve("whole"), ""));

    assertThat(whole.resolve("half")).doesNotExist();
    assertThat(whole.resolve("whole")).exists();
  }

  @Test
  void a_missing_archive_is_one_line_that_says_what_to_run() {
    assertThatThrownBy(() -> new Installation(new Home(folder, folder)).archive("keycloak-", ".zip"))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("run ./pms fetch");
  }

  @Test
  void an_archive_cannot_write_outside_its_folder() throws IOException {
    Path zip = folder.resolve("evil.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("top/../../../outside"));
      out.closeEntry();
    }

    assertThatThrownBy(() -> Archive.unzipWithoutTopFolder(zip, folder.resolve("in/side"))).hasMessageContaining("wants to write to");
  }
}
