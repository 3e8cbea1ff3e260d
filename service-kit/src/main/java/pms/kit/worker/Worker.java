package pms.kit.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The service's side of one worker process. Used by one thread at a time. */
public final class Worker implements AutoCloseable {

  private static final Duration TO_START = Duration.ofSeconds(60);
  private static final int TO_END = 5;
  private static final int MOST_GUARDS = 100;

  /** The kernel's word for too much processor time. */
  private static final int OUT_OF_TIME = 128 + 24;

  private final Process process;
  private final ScheduledExecutorService clock;
  private final DataInputStream in;
  private final DataOutputStream out;
  private int tasks;
  private volatile boolean spent;
  private volatile boolean late;
  private volatile long restingSince = System.nanoTime();

  /**
   * What is said about one task: the task, then its answer.
   *
   * @param <E> says that the task cannot be done; the worker is as good as before
   */
  public interface Conversation<T, E extends Exception> {
    /** @throws WorkerDied when the worker says what makes no sense: it is ended */
    T hold(Worker worker) throws IOException, E;
  }

  /** Reads what a worker says of itself at first. */
  public interface Greeting<G> {
    /** @param guards what keeps a task from reaching anything else */
    G read(DataInputStream in, List<String> guards) throws IOException;
  }

  private Worker(Process process, ScheduledExecutorService clock) {
    this.process = process;
    this.clock = clock;
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    this.out = new DataOutputStream(new BufferedOutputStream(new Sending(process.getOutputStream())));
  }

  /** What it says. */
  public DataInputStream in() {
    return in;
  }

  public DataOutputStream out() {
    return out;
  }

  /** It is not to have another task. */
  public void spend() {
    spent = true;
  }

  /** A worker and what it said of itself. */
  record Started<G>(Worker worker, G greeting) {}

  /**
   * Waits until it has locked itself in.
   *
   * @param more options of its JVM
   */
  static <G> Started<G> start(WorkerJvm jvm, List<String> more, Greeting<G> greeting, ScheduledExecutorService clock)
      throws IOException {
    Worker worker = new Worker(jvm.start(more), clock);
    try {
      return new Started<>(worker, worker.<G, IOException>within(TO_START, _ -> worker.greeted(greeting)));
    } catch (IOException | RuntimeException e) {
      worker.close();
      throw new IOException("no worker could be started: " + e.getMessage(), e);
    }
  }

  /**
   * @throws WorkerDied when it ended, for which the task may be to blame
   * @throws WorkerLate when it was ended
   */
  <T, E extends Exception> T ask(TimeLimit limit, Conversation<T, E> conversation) throws IOException, E {
    tasks++;
    try {
      return within(limit.wallClock(), worker -> {
        out.writeLong(limit.processor().toNanos());
        out.writeLong(limit.wallClock().toNanos());
        return conversation.hold(worker);
      });
    } catch (EOFException ended) {
      throw end(limit);
    } catch (UTFDataFormatException noText) {
      close();
      throw new WorkerDied("the worker answered what makes no sense");
    } catch (WorkerDied | RuntimeException nonsense) {
      // Nobody knows where in their talk the two are, so nothing it says from now on can be trusted.
      close();
      throw nonsense;
    }
  }

  boolean isGood(int mostTasks) {
    return !spent && tasks < mostTasks && process.isAlive();
  }

  void rest() {
    restingSince = System.nanoTime();
  }

  boolean isRestingFor(Duration limit) {
    return System.nanoTime() - restingSince > limit.toNanos();
  }

  private <G> G greeted(Greeting<G> greeting) throws IOException {
    if (in.readInt() != Station.HELLO) {
      throw new IOException("something else than a worker was started");
    }
    List<String> guards = new ArrayList<>();
    for (int i = Math.min(in.readInt(), MOST_GUARDS); i > 0; i--) {
      guards.add(in.readUTF());
    }
    return greeting.read(in, guards);
  }

  private IOException end(TimeLimit limit) throws IOException {
    int status = status();
    if (late || status == OUT_OF_TIME) {
      return new WorkerLate(late ? limit.wallClock() : limit.processor());
    }
    return WorkerDied.with(status);
  }

  /** Waits until it has ended by itself, since there is no more work; returns whether all was well. */
  boolean endsWithin(Duration limit) throws IOException {
    process.getOutputStream().close();
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private int status() throws IOException {
    try {
      if (!process.waitFor(TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      return process.exitValue();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("stopping while a worker was at its task", stopping);
    }
  }

  /** Killed when time is up, whatever it is doing: then its answer ends. */
  private <T, E extends Exception> T within(Duration limit, Conversation<T, E> conversation) throws IOException, E {
    ScheduledFuture<?> alarm = clock.schedule(this::kill, limit.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return conversation.hold(this);
    } finally {
      alarm.cancel(false);
    }
  }

  private void kill() {
    late = true;
    spent = true;
    process.destroyForcibly();
  }

  /** From now on it is no good, though it may live for another moment. */
  @Override
  public void close() {
    spent = true;
    process.destroyForcibly();
  }

  /** To a worker that has ended nothing can be sent: that is told like an answer which does not come. */
  private static final class Sending extends FilterOutputStream {

    Sending(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException brokenPipe) {
        throw nobodyReads(brokenPipe);
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException brokenPipe) {
        throw nobodyReads(brokenPipe);
      }
    }

    private static EOFException nobodyReads(IOException brokenPipe) {
      EOFException ended = new EOFException("nobody reads");
      ended.initCause(brokenPipe);
      return ended;
    }
  }
}
