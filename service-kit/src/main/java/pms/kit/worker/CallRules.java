package pms.kit.worker;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Seccomp: calls of the kernel that no reader of pictures needs are refused to every thread from now on. */
final class CallRules {

  private static final int LOAD = 0x20;
  private static final int EQUAL = 0x15;
  private static final int AT_LEAST = 0x35;
  private static final int AND = 0x54;
  private static final int RETURN = 0x06;
  private static final int NUMBER = 0;
  private static final int ARCHITECTURE = 4;
  private static final int FIRST_ARGUMENT = 16;

  private static final int ALLOW = 0x7FFF0000;
  private static final int REFUSE = 0x00050000;
  private static final int NOT_PERMITTED = 1;
  private static final int NO_SUCH_CALL = 38;

  /** Of another kind of program on the same processor. */
  private static final int FOREIGN = 0x40000000;

  private static final int THREAD = 0x10000;
  private static final int SET_FILTER = 1;
  private static final int ALL_THREADS = 1;
  private static final int NO_NEW_PRIVILEGES = 38;

  private final Calls calls;
  private final List<int[]> program = new ArrayList<>();

  private CallRules(Calls calls) {
    this.calls = calls;
  }

  /** False where the kernel or the processor is another one. */
  static boolean apply(Kernel kernel) {
    Calls calls = Calls.OF.get(System.getProperty("os.arch"));
    return calls != null && new CallRules(calls).install(kernel);
  }

  private boolean install(Kernel kernel) {
    write((int) kernel.call("getpid"));
    ByteBuffer filter = Kernel.memory(8 * program.size());
    for (int[] step : program) {
      filter.putShort((short) step[0]).put((byte) step[1]).put((byte) step[2]).putInt(step[3]);
    }
    ByteBuffer head = Kernel.memory(16).putShort(0, (short) program.size()).putLong(8, Kernel.address(filter.clear()));
    kernel.call("prctl", NO_NEW_PRIVILEGES, 1);
    boolean holds = kernel.call("syscall", calls.seccomp, SET_FILTER, ALL_THREADS, head) == 0;
    Reference.reachabilityFence(filter);
    return holds;
  }

  private void write(int process) {
    add(LOAD, 0, 0, ARCHITECTURE);
    add(EQUAL, 1, 0, calls.architecture);
    refuse(NOT_PERMITTED);
    add(LOAD, 0, 0, NUMBER);
    add(AT_LEAST, 0, 1, FOREIGN);
    refuse(NOT_PERMITTED);
    for (int call : calls.refused) {
      add(EQUAL, 0, 1, call);
      refuse(NOT_PERMITTED);
    }
    // Its flags cannot be looked at; without it threads are made by the older call.
    add(EQUAL, 0, 1, calls.newFork);
    refuse(NO_SUCH_CALL);
    onlyThreads();
    onlyWithFirstArgument(calls.limits, 0);
    onlyWithFirstArgument(calls.signal, process);
    add(RETURN, 0, 0, ALLOW);
  }

  private void onlyThreads() {
    add(EQUAL, 0, 4, calls.fork);
    add(LOAD, 0, 0, FIRST_ARGUMENT);
    add(AND, 0, 0, THREAD);
    add(EQUAL, 1, 0, THREAD);
    refuse(NOT_PERMITTED);
    add(LOAD, 0, 0, NUMBER);
  }

  private void onlyWithFirstArgument(int call, int value) {
    add(EQUAL, 0, 3, call);
    add(LOAD, 0, 0, FIRST_ARGUMENT);
    add(EQUAL, 1, 0, value);
    refuse(NOT_PERMITTED);
    add(LOAD, 0, 0, NUMBER);
  }

  private void refuse(int error) {
    add(RETURN, 0, 0, REFUSE | error);
  }

  private void add(int code, int ifTrue, int ifFalse, int value) {
    program.add(new int[] {code, ifTrue, ifFalse, value});
  }

  /**
   * Numbers of calls on a processor.
   *
   * @param refused sockets, programs, other processes, their memory and signals, modes of files, shared memory, name spaces
   * @param limits allowed for the own process only
   * @param signal allowed to the own process only
   */
  private record Calls(
      int architecture, long seccomp, int fork, int newFork, int limits, int signal, int... refused) {

    static final Map<String, Calls> OF = Map.of(
        "amd64",
        new Calls(0xC000003E, 317, 56, 435, 302, 234,
            41, 42, 43, 44, 46, 49, 50, 53, 288, 307, 57, 58, 59, 322, 62, 200, 129, 297, 424, 434, 438, 101, 310, 311,
            425, 426, 427, 321, 298, 323, 165, 166, 272, 308, 155, 161, 248, 249, 250, 90, 91, 268, 452, 92, 93, 94, 260,
            29, 30, 64, 68, 240, 304, 175, 313, 246),
        "aarch64",
        new Calls(0xC00000B7, 277, 220, 435, 261, 131,
            198, 199, 200, 201, 202, 203, 206, 211, 242, 269, 221, 281, 129, 130, 138, 240, 424, 434, 438, 117, 270, 271,
            425, 426, 427, 280, 241, 282, 40, 39, 97, 268, 41, 51, 217, 218, 219, 52, 53, 452, 54, 55,
            194, 196, 190, 186, 180, 265, 105, 273, 104));
  }
}
