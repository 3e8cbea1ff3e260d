package pms.processing.vips;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls functions of a library by name. The layout of a call follows from its arguments: int, long, double, a text or an
 * address; what comes after the fixed ones is passed as C passes variable arguments.
 */
public final class Natives {

  /** What is longer is of no use in a log. */
  private static final int LONGEST_TEXT = 4096;

  private static final int PLAIN = -1;

  private final Linker linker = Linker.nativeLinker();
  private final SymbolLookup symbols;
  private final Map<String, MethodHandle> handles = new ConcurrentHashMap<>();

  public Natives(SymbolLookup symbols) {
    this.symbols = symbols;
  }

  public boolean has(String function) {
    return symbols.find(function).isPresent();
  }

  public int callInt(String function, Object... arguments) {
    return (int) invoke(JAVA_INT, function, PLAIN, arguments);
  }

  public long callLong(String function, Object... arguments) {
    return (long) invoke(JAVA_LONG, function, PLAIN, arguments);
  }

  public MemorySegment callAddress(String function, Object... arguments) {
    return (MemorySegment) invoke(ADDRESS, function, PLAIN, arguments);
  }

  public void run(String function, Object... arguments) {
    invoke(null, function, PLAIN, arguments);
  }

  /** With so many fixed arguments; the others are passed as variable ones, and nothing after them. */
  public long callVariable(String function, int fixed, Object... arguments) {
    return (long) invokeOpen(JAVA_LONG, function, fixed, arguments);
  }

  /** With so many fixed arguments, then pairs of option names and values, then the null that ends them. */
  public int callWithOptions(String function, int fixed, Object... arguments) {
    return (int) invoke(JAVA_INT, function, fixed, arguments);
  }

  public MemorySegment openWithOptions(String function, int fixed, Object... arguments) {
    return (MemorySegment) invoke(ADDRESS, function, fixed, arguments);
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

  private Object invoke(MemoryLayout result, String function, int fixed, Object... arguments) {
    if (fixed == PLAIN) {
      return invokeOpen(result, function, fixed, arguments);
    }
    Object[] ended = Arrays.copyOf(arguments, arguments.length + 1);
    ended[arguments.length] = MemorySegment.NULL;
    return invokeOpen(result, function, fixed, ended);
  }

  private Object invokeOpen(MemoryLayout result, String function, int fixed, Object... arguments) {
    try (Arena arena = Arena.ofConfined()) {
      Object[] passed = arguments.clone();
      for (int i = 0; i < passed.length; i++) {
        passed[i] = passed[i] instanceof String text ? arena.allocateFrom(text) : passed[i];
      }
      return handle(result, function, fixed, passed).invokeExact(passed);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable impossible) {
      throw new IllegalStateException("native calls throw nothing", impossible);
    }
  }

  private MethodHandle handle(MemoryLayout result, String function, int fixed, Object... passed) {
    MemoryLayout[] layouts = Arrays.stream(passed).map(Natives::layout).toArray(MemoryLayout[]::new);
    return handles.computeIfAbsent(function + fixed + Arrays.toString(layouts), _ -> link(result, function, fixed, layouts));
  }

  private MethodHandle link(MemoryLayout result, String function, int fixed, MemoryLayout... layouts) {
    FunctionDescriptor shape =
        result == null ? FunctionDescriptor.ofVoid(layouts) : FunctionDescriptor.of(result, layouts);
    Linker.Option[] options =
        fixed != PLAIN ? new Linker.Option[] {Linker.Option.firstVariadicArg(fixed)} : new Linker.Option[0];
    MethodHandle handle = linker.downcallHandle(symbols.findOrThrow(function), shape, options);
    return handle
        .asType(handle.type().generic().changeReturnType(Object.class))
        .asSpreader(Object[].class, layouts.length)
        .asType(MethodType.methodType(Object.class, Object[].class));
  }

  private static MemoryLayout layout(Object argument) {
    return switch (argument) {
      case Integer _ -> JAVA_INT;
      case Long _ -> JAVA_LONG;
      case Double _ -> JAVA_DOUBLE;
      case MemorySegment _ -> ADDRESS;
      default -> throw new IllegalArgumentException("no argument of C: " + argument);
    };
  }
}
