package pms.processing.vips;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
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
        .filter(vips -> vips.has("vips_init") && vips.callInt("vips_init", "pms") == 0)
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

  private static boolean machineReadsHevc() {
    return lookup(HEIF_OF_THE_MACHINE).flatMap(heif -> heif.find("heif_have_decoder_for_format")).map(function -> {
      try {
        MethodHandle has = Linker.nativeLinker().downcallHandle(function, FunctionDescriptor.of(JAVA_INT, JAVA_INT));
        return (int) has.invokeExact(HEVC) != 0;
      } catch (Throwable impossible) {
        throw new IllegalStateException("native calls throw nothing", impossible);
      }
    }).orElse(false);
  }
}
