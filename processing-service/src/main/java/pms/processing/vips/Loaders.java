package pms.processing.vips;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which of the library's many loaders may see a stranger's file: few, and it is asserted that there are no others. */
final class Loaders {

  private static final String ALL = "VipsForeignLoad";
  private static final List<String> ALLOWED =
      List.of("VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadNsgif", "VipsForeignLoadWebp",
          "VipsForeignLoadTiff", "VipsForeignLoadHeif");

  /** Names of the operations that these classes stand for. */
  private static final Set<String> EXPECTED = Set.of("jpegload", "pngload", "gifload", "webpload", "tiffload", "heifload");

  private static final int BLOCKED = 32;

  private final Natives vips;

  Loaders(Natives vips) {
    this.vips = vips;
  }

  /** Blocks everything, then allows the few; refuses to work with a library that lets others through. */
  void restrict() {
    vips.run("vips_block_untrusted_set", 1);
    vips.run("vips_operation_block_set", ALL, 1);
    ALLOWED.forEach(name -> vips.run("vips_operation_block_set", name, 0));
    Set<String> open = open();
    if (!EXPECTED.containsAll(open) || !open.contains("jpegload")) {
      throw new IllegalStateException("libvips would read " + open + ", which is not what is allowed");
    }
  }

  /** The formats that can be loaded, by the names of the operations, without the variants of one. */
  Set<String> open() {
    List<Long> types = new ArrayList<>();
    collect(vips.callLong("g_type_from_name", ALL), types);
    Set<String> open = new TreeSet<>();
    for (long type : types) {
      String name = Natives.text(vips.callAddress("vips_nickname_find", type));
      if (!isBlocked(name)) {
        open.add(name.replaceAll("_(buffer|source)$", ""));
      }
    }
    return open;
  }

  /** A class of the library and all that descend from it. */
  private void collect(long type, List<Long> types) {
    types.add(type);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment count = arena.allocate(JAVA_INT);
      MemorySegment children = vips.callAddress("g_type_children", type, count);
      MemorySegment all = children.reinterpret(count.get(JAVA_INT, 0) * JAVA_LONG.byteSize());
      for (int i = 0; i < count.get(JAVA_INT, 0); i++) {
        collect(all.getAtIndex(JAVA_LONG, i), types);
      }
      vips.run("g_free", children);
    }
  }

  /** Abstract ones cannot load anything. */
  private boolean isBlocked(String name) {
    if (vips.callInt("g_type_test_flags", vips.callLong("vips_type_find", "VipsOperation", name), 16) != 0) {
      return true;
    }
    MemorySegment operation = vips.callAddress("vips_operation_new", name);
    if (operation.equals(MemorySegment.NULL)) {
      vips.run("vips_error_clear");
      return true;
    }
    boolean blocked = (vips.callInt("vips_operation_get_flags", operation) & BLOCKED) != 0;
    vips.run("g_object_unref", operation);
    return blocked;
  }
}
