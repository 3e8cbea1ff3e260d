package pms.kit.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The worker's own side: it locks itself in, greets, then does one task after the other until its input ends. Tasks come by
 * standard input and are answered on standard output, in whatever words service and worker have agreed upon.
 */
public final class Station {

  /** First word of a worker, so that nothing else is taken for one. */
  static final int HELLO = 0x504D5331;

  /** Property of a process that only rehearses: it sees no stranger's file, and is not locked in. */
  static final String REHEARSAL = "pms.worker.rehearsal";

  private static final int OWN = 3;

  private final Limits limits = new Limits();
  private final DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
  private final DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));

  /** What the service asks for; throws only if the service can no longer be answered. */
  public interface Task {
    void answer(DataInputStream in, DataOutputStream out) throws IOException;
  }

  /** What a worker says of itself at first. */
  public interface Greeting {
    void write(DataOutputStream out) throws IOException;
  }

  /** Those that {@link WorkerJvm#arguments} gave, of a main method's arguments. */
  public static List<String> own(String[] arguments) {
    return List.of(arguments).subList(OWN, arguments.length);
  }

  private Station() {}

  /**
   * Serves until the service is gone.
   *
   * @param arguments of the main method
   */
  public static void serve(String[] arguments, Greeting greeting, Task task) throws IOException {
    Station station = new Station();
    // What anybody else prints must not get between our words.
    System.setOut(System.err);
    Sandbox sandbox =
        new Sandbox(station.limits, Path.of(arguments[0]), Long.parseLong(arguments[1]), Long.parseLong(arguments[2]));
    station.greet(Boolean.getBoolean(REHEARSAL) ? sandbox.rehearse() : sandbox.enter(), greeting);
    station.answerAll(task);
  }

  private void greet(List<String> guards, Greeting greeting) throws IOException {
    out.writeInt(HELLO);
    out.writeInt(guards.size());
    for (String guard : guards) {
      out.writeUTF(guard);
    }
    greeting.write(out);
    out.flush();
  }

  private void answerAll(Task task) throws IOException {
    while (true) {
      Duration processor;
      try {
        processor = Duration.ofNanos(in.readLong());
      } catch (EOFException noMoreWork) {
        return;
      }
      limits.time(processor, Duration.ofNanos(in.readLong()));
      task.answer(in, out);
      limits.atLeisure();
      out.flush();
    }
  }
}
