package pms.processing.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which libraries are used. */
class LibraryTest {

  /** H7: before 8.13 nothing could be blocked; to stop there would be worse than to render with Java. */
  @Test
  void one_that_cannot_be_told_what_to_block_is_as_good_as_none() {
    SymbolLookup c = Linker.nativeLinker().defaultLookup();
    // Takes nothing and returns 0, as if all were well.
    SymbolLookup old = name -> name.equals("vips_init") ? c.find("sched_yield") : Optional.empty();
    assertThat(Library.isUsable(new Natives(old))).isFalse();
    SymbolLookup current = name -> name.equals("vips_block_untrusted_set") ? c.find("sched_yield") : old.find(name);
    assertThat(Library.isUsable(new Natives(current))).isTrue();
  }
}
