package pms.platform.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pms.platform.Home;

class LibvipsTest {

  @TempDir Path folder;

  @Test
  void without_npm_there_is_none_and_one_line_says_so() {
    Libvips libvips = new Libvips(new Installation(new Home(folder, folder)), "no-such-npm");
    assertThat(libvips.fetch()).isEmpty();
    assertThat(libvips.missing()).hasValueSatisfying(line -> assertThat(line).contains("./pms fetch").doesNotContain("\n"));
    assertThat(folder.resolve(".pms/servers/libvips-" + Versions.of("libvips"))).doesNotExist();
  }

  /** S2: bytes that are not the pinned ones never become a library. */
  @Test
  void another_package_than_the_pinned_one_is_refused() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: needs a shell");
    Path npm = Files.writeString(folder.resolve("npm"), "#!/bin/sh\necho evil > \"$6/evil.tgz\"\n");
    Archive.makeExecutable(npm);
    Libvips libvips = new Libvips(new Installation(new Home(folder, folder)), npm.toString());
    assertThat(libvips.fetch()).isEmpty();
    assertThat(libvips.here()).isEmpty();
  }

  @Test
  void what_is_here_is_found_without_asking_anybody() throws Exception {
    Path place = Files.createDirectories(folder.resolve(".pms/servers/libvips-" + Versions.of("libvips")));
    Path library = Files.writeString(place.resolve("libvips-cpp.so.9"), "x");
    Libvips libvips = new Libvips(new Installation(new Home(folder, folder)), "no-such-npm");
    assertThat(libvips.fetch()).contains(library);
    assertThat(libvips.missing()).isEmpty();
  }
}
