package pms.processing.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the libvips of a {@link LibraryChoice}.
 *
 * @param hevc whether HEIC can be read
 */
record Library(Natives vips, boolean hevc) {

  private static final String OF_THE_MACHINE = "libvips.so.42";
  private static final String HEIF_OF_THE_MACHINE = "libheif.so.1";
  private static final String HAS_DECODER = "heif_have_decoder_for_format";
  private static final int HEVC = 1;

  static Optional<Library> find(LibraryChoice choice) {
    return switch (choice.word()) {
      case LibraryChoice.MACHINE -> machine();
      case LibraryChoice.FETCHED -> fetched(choice);
      case LibraryChoice.BEST -> best(choice);
      case LibraryChoice.JAVA -> Optional.empty();
      default -> at(Path.of(choice.word()));
    };
  }

  /** Where the first one does there is no second: each brings a GLib of its own, of which a process has better one. */
  private static Optional<Library> best(LibraryChoice choice) {
    Optional<Library> more = machineReadsHevc() ? machine() : Optional.empty();
    return more.or(() -> fetched(choice)).or(Library::machine);
  }

  private static Optional<Library> machine() {
    return load(OF_THE_MACHINE);
  }

  private static Optional<Library> fetched(LibraryChoice choice) {
    return choice.fetched().flatMap(Library::at);
  }

  private static Optional<Library> at(Path path) {
    return Files.isRegularFile(path) ? load(path.toAbsolutePath().toString()) : Optional.empty();
  }

  private static Optional<Library> load(String name) {
    return lookup(name)
        .map(Natives::new)
        .filter(Library::isUsable)
        .map(vips -> new Library(vips, Phone.isReadBy(vips)));
  }

  private static Optional<SymbolLookup> lookup(String name) {
    try {
      return Optional.of(SymbolLookup.libraryLookup(name, Arena.global()));
    } catch (IllegalArgumentException notThere) {
      // The next one is tried, and at last the portable engine, of which the health check tells.
      return Optional.empty();
    }
  }

  /** One that is too old to be told which loaders a stranger's file must not see is as good as none. */
  static boolean isUsable(Natives vips) {
    return vips.has("vips_block_untrusted_set") && vips.has("vips_init") && vips.callInt("vips_init", "pms") == 0;
  }

  /** Told without libvips, which then is not loaded for nothing. */
  private static boolean machineReadsHevc() {
    return lookup(HEIF_OF_THE_MACHINE)
        .map(Natives::new)
        .filter(heif -> heif.has(HAS_DECODER) && heif.callInt(HAS_DECODER, HEVC) != 0)
        .isPresent();
  }
}
