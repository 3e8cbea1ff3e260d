package pms.processing.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds libvips: the machine's own where it also decodes HEIC, else the given one, else the machine's own whatever it can.
 *
 * @param hevc whether HEIC can be read
 */
record Library(Natives vips, boolean hevc) {

  private static final String OF_THE_MACHINE = "libvips.so.42";
  private static final String HEIF_OF_THE_MACHINE = "libheif.so.1";
  private static final String HAS_DECODER = "heif_have_decoder_for_format";
  private static final int HEVC = 1;

  static Optional<Library> find(Optional<Path> given) {
    if (machineReadsHevc()) {
      Optional<Library> machine = load(OF_THE_MACHINE, true);
      if (machine.isPresent()) {
        return machine;
      }
    }
    return given.filter(Files::isRegularFile)
        .flatMap(path -> load(path.toAbsolutePath().toString(), false))
        .or(() -> load(OF_THE_MACHINE, false));
  }

  private static Optional<Library> load(String name, boolean hevc) {
    return lookup(name)
        .map(Natives::new)
        .filter(Library::isUsable)
        .map(vips -> new Library(vips, hevc));
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

  private static boolean machineReadsHevc() {
    return lookup(HEIF_OF_THE_MACHINE)
        .map(Natives::new)
        .filter(heif -> heif.has(HAS_DECODER) && heif.callInt(HAS_DECODER, HEVC) != 0)
        .isPresent();
  }
}
