package pms.processing.vips;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Each call as C has it, which is right everywhere. */
final class ManyShapes implements Calls {

  private final Linker linker = Linker.nativeLinker();
  private final Map<String, MethodHandle> handles = new ConcurrentHashMap<>();

  @Override
  public long call(MemorySegment function, int fixed, Object... arguments) {
    MethodHandle handle = handles.computeIfAbsent(shape(fixed, arguments), _ -> link(fixed, arguments));
    try {
      return (long) handle.invokeExact(function, arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable impossible) {
      throw new IllegalStateException("native calls throw nothing", impossible);
    }
  }

  private MethodHandle link(int fixed, Object... arguments) {
    MemoryLayout[] layouts = new MemoryLayout[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      layouts[i] = layout(arguments[i]);
    }
    Linker.Option[] options =
        fixed == PLAIN ? new Linker.Option[0] : new Linker.Option[] {Linker.Option.firstVariadicArg(fixed)};
    MethodHandle handle = linker.downcallHandle(FunctionDescriptor.of(JAVA_LONG, layouts), options);
    MethodType boxed = handle.type().generic().changeReturnType(long.class).changeParameterType(0, MemorySegment.class);
    return handle.asType(boxed).asSpreader(Object[].class, arguments.length);
  }

  private static String shape(int fixed, Object... arguments) {
    StringBuilder shape = new StringBuilder(arguments.length + 4).append(fixed);
    for (Object argument : arguments) {
      shape.append(letter(argument));
    }
    return shape.toString();
  }

  private static MemoryLayout layout(Object argument) {
    return switch (letter(argument)) {
      case 'i' -> JAVA_INT;
      case 'l' -> JAVA_LONG;
      case 'd' -> JAVA_DOUBLE;
      default -> ADDRESS;
    };
  }

  private static char letter(Object argument) {
    if (argument instanceof MemorySegment) {
      return 'a';
    }
    if (argument instanceof Integer) {
      return 'i';
    }
    if (argument instanceof Long) {
      return 'l';
    }
    if (argument instanceof Double) {
      return 'd';
    }
    throw new IllegalArgumentException("no argument of C: " + argument);
  }
}
