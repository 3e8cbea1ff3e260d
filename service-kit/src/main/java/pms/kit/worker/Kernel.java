package pms.kit.worker;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Calls functions of the C library, each as one of six long numbers: what a function of fewer or smaller ones takes lies in the
 * same registers on every processor that has a sandbox. One shape for all, and memory that needs no handles of its own, so that a
 * worker starts in half the time.
 */
final class Kernel {

  private static final int MOST = 6;

  private final Linker linker = Linker.nativeLinker();
  private final MethodHandle call =
      linker.downcallHandle(
          FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));

  /** Memory that a function reads or writes. */
  static ByteBuffer memory(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }

  static ByteBuffer text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return memory(bytes.length + 1).put(bytes).clear();
  }

  /** @param arguments numbers, or memory, of which the address is passed */
  long call(String function, Object... arguments) {
    long[] all = new long[MOST];
    for (int i = 0; i < arguments.length; i++) {
      all[i] = arguments[i] instanceof ByteBuffer memory ? address(memory) : ((Number) arguments[i]).longValue();
    }
    try {
      return (long) call.invokeExact(linker.defaultLookup().findOrThrow(function), all[0], all[1], all[2], all[3], all[4], all[5]);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable impossible) {
      throw new IllegalStateException("native calls throw nothing", impossible);
    } finally {
      Reference.reachabilityFence(arguments);
    }
  }

  /** Whether a function did what it tells by an int, of which a register's upper half says nothing. */
  boolean does(String function, Object... arguments) {
    return (int) call(function, arguments) == 0;
  }

  static long address(ByteBuffer memory) {
    return MemorySegment.ofBuffer(memory).address();
  }
}
