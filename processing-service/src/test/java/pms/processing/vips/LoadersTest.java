package pms.processing.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import pms.processing.render.TestLibrary;

/** H7: which of the library's loaders a stranger's file can reach, whatever it calls itself. A worker ends at its start if there are others. */
class LoadersTest {

  @Test
  void only_the_loaders_on_the_list_are_open() {
    Optional<Library> library = TestLibrary.file().map(LibraryChoice::ofFetched).flatMap(Library::find);
    assumeTrue(library.isPresent(), "skipped: no libvips is here (./pms fetch brings it)");
    Loaders loaders = new Loaders(library.orElseThrow().vips());
    loaders.restrict();
    assertThat(loaders.open())
        .contains("jpegload", "pngload", "gifload", "webpload", "tiffload")
        .isSubsetOf("jpegload", "pngload", "gifload", "webpload", "tiffload", "heifload");
  }
}
