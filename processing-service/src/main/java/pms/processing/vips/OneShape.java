package pms.processing.vips;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.Set;

/**
 * On Linux numbers and addresses are passed in one row, fractions in another, be they fixed or variable, and what is too much
 * harms nobody. So every call is made as one of many long numbers and a few fractions: to link one shape takes a tenth of the
 * time that a worker would need for all of them when it starts.
 */
final class OneShape implements Calls {

  private static final int NUMBERS = 16;

  /** More would not go into registers everywhere, and so get among the numbers. */
  private static final int FRACTIONS = 4;

  private final MethodHandle call;

  static boolean fits() {
    return System.getProperty("os.name").equals("Linux") && Set.of("amd64", "aarch64").contains(System.getProperty("os.arch"));
  }

  OneShape() {
    MemoryLayout[] row = new MemoryLayout[NUMBERS + FRACTIONS];
    Arrays.fill(row, 0, NUMBERS, JAVA_LONG);
    Arrays.fill(row, NUMBERS, row.length, JAVA_DOUBLE);
    // Only so a variable function is told that there may be fractions.
    Linker.Option variable = Linker.Option.firstVariadicArg(1);
    this.call = Linker.nativeLinker().downcallHandle(FunctionDescriptor.of(JAVA_LONG, row), variable);
  }

  @Override
  public long call(MemorySegment function, int fixed, Object... arguments) {
    long[] n = new long[NUMBERS];
    double[] f = new double[FRACTIONS];
    int numbers = 0;
    int fractions = 0;
    for (Object argument : arguments) {
      if (argument instanceof Double fraction) {
        f[fractions++] = fraction;
      } else {
        n[numbers++] = argument instanceof MemorySegment memory ? memory.address() : ((Number) argument).longValue();
      }
    }
    try {
      return (long) call.invokeExact(
          function, n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10], n[11], n[12], n[13], n[14], n[15],
          f[0], f[1], f[2], f[3]);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable impossible) {
      throw new IllegalStateException("native calls throw nothing", impossible);
    }
  }
}
