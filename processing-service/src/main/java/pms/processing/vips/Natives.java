package pms.processing.vips;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Calls functions of a library by name. Arguments are int, long, double, a text or an address. */
public final class Natives {

  /** What is longer is of no use in a log. */
  private static final int LONGEST_TEXT = 4096;

  private final SymbolLookup symbols;
  private final Calls calls;
  private final Map<String, MemorySegment> functions = new ConcurrentHashMap<>();

  public Natives(SymbolLookup symbols) {
    this(symbols, Calls.ofThisMachine());
  }

  Natives(SymbolLookup symbols, Calls calls) {
    this.symbols = symbols;
    this.calls = calls;
  }

  public boolean has(String function) {
    return symbols.find(function).isPresent();
  }

  public int callInt(String function, Object... arguments) {
    return (int) call(function, Calls.PLAIN, arguments);
  }

  public long callLong(String function, Object... arguments) {
    return call(function, Calls.PLAIN, arguments);
  }

  public MemorySegment callAddress(String function, Object... arguments) {
    return MemorySegment.ofAddress(call(function, Calls.PLAIN, arguments));
  }

  public void run(String function, Object... arguments) {
    call(function, Calls.PLAIN, arguments);
  }

  /** With so many fixed arguments, then pairs of option names and values, then the null that ends them. */
  public int callWithOptions(String function, int fixed, Object... arguments) {
    return (int) call(function, fixed, ended(arguments));
  }

  public MemorySegment openWithOptions(String function, int fixed, Object... arguments) {
    return MemorySegment.ofAddress(call(function, fixed, ended(arguments)));
  }

  /** What the library said last; it forgets it. */
  String complaint() {
    String text = text(callAddress("vips_error_buffer")).strip();
    run("vips_error_clear");
    return text;
  }

  static String text(MemorySegment address) {
    if (address.equals(MemorySegment.NULL)) {
      return "";
    }
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    MemorySegment bytes = address.reinterpret(LONGEST_TEXT);
    for (int i = 0; i < LONGEST_TEXT && bytes.get(JAVA_BYTE, i) != 0; i++) {
      text.write(bytes.get(JAVA_BYTE, i));
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  private static Object[] ended(Object... arguments) {
    Object[] ended = Arrays.copyOf(arguments, arguments.length + 1);
    ended[arguments.length] = MemorySegment.NULL;
    return ended;
  }

  private long call(String function, int fixed, Object... arguments) {
    MemorySegment address = functions.computeIfAbsent(function, symbols::findOrThrow);
    try (Arena arena = Arena.ofConfined()) {
      Object[] passed = arguments.clone();
      for (int i = 0; i < passed.length; i++) {
        passed[i] = passed[i] instanceof String text ? arena.allocateFrom(text) : passed[i];
      }
      return calls.call(address, fixed, passed);
    }
  }
}
