package pms.processing.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import pms.processing.render.EngineInfo;
import pms.processing.render.RenderPlan;
import pms.processing.render.Rendered;
import pms.processing.render.Unrenderable;

/** The service's side of one worker process. Used by one thread at a time. */
final class Worker implements AutoCloseable {

  private static final Duration TO_START = Duration.ofSeconds(60);
  private static final int TO_END = 5;

  /** The kernel's word for too much processor time. */
  private static final int OUT_OF_TIME = 128 + 24;

  private final Process process;
  private final ScheduledExecutorService clock;
  private final DataInputStream in;
  private final DataOutputStream out;
  private EngineInfo info;
  private int pictures;
  private volatile boolean late;

  /** Waits until it has locked itself in. */
  static Worker start(WorkerCommand command, boolean lean, ScheduledExecutorService clock) throws IOException {
    Worker worker = new Worker(command.start(lean), clock);
    try {
      worker.await(TO_START, worker::greet);
      return worker;
    } catch (Unrenderable | IOException | RuntimeException e) {
      worker.close();
      throw new IOException("no worker could be started: " + e.getMessage(), e);
    }
  }

  private Worker(Process process, ScheduledExecutorService clock) {
    this.process = process;
    this.clock = clock;
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
  }

  EngineInfo info() {
    return info;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** How many it has had in work. */
  int pictures() {
    return pictures;
  }

  Rendered render(Path original, Path folder, RenderPlan plan) throws Unrenderable, IOException {
    pictures++;
    try {
      return await(plan.wallClockLimit(), () -> exchange(original, folder, plan));
    } catch (EOFException ended) {
      throw end(plan);
    }
  }

  private Rendered exchange(Path original, Path folder, RenderPlan plan) throws Unrenderable, IOException {
    send(original, folder, plan);
    int kind = in.readUnsignedByte();
    if (kind == Protocol.UNRENDERABLE) {
      throw new Unrenderable(in.readUTF());
    }
    if (kind == Protocol.DISK) {
      throw new IOException(in.readUTF());
    }
    Rendered rendered = rendered(folder, plan);
    for (Rendered.File file : rendered.files()) {
      if (!Files.isRegularFile(file.path(), LinkOption.NOFOLLOW_LINKS) || Files.size(file.path()) == 0) {
        throw new IOException("a worker said that it wrote " + file.path().getFileName() + ", and did not");
      }
    }
    return rendered;
  }

  private Rendered rendered(Path folder, RenderPlan plan) throws IOException {
    try {
      return Protocol.readRendered(in, folder, plan);
    } catch (EOFException ended) {
      throw ended;
    } catch (IOException | RuntimeException nonsense) {
      // Whatever it says from now on cannot be trusted.
      process.destroyForcibly();
      throw new WorkerDied("the worker answered what makes no sense");
    }
  }

  /** To a worker that has ended nothing can be sent: that is told like an answer which does not come. */
  private void send(Path original, Path folder, RenderPlan plan) throws IOException {
    try {
      Protocol.write(out, original, folder, plan);
      out.flush();
    } catch (IOException brokenPipe) {
      EOFException ended = new EOFException("nobody reads");
      ended.initCause(brokenPipe);
      throw ended;
    }
  }

  private WorkerDied end(RenderPlan plan) throws Unrenderable, IOException {
    int status = status();
    if (late || status == OUT_OF_TIME) {
      Duration limit = late ? plan.wallClockLimit() : plan.timeLimit();
      throw new Unrenderable("Reading the picture took longer than " + limit.toSeconds() + " seconds.");
    }
    return WorkerDied.with(status);
  }

  private int status() throws IOException {
    try {
      if (!process.waitFor(TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      return process.exitValue();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("stopping while a picture was rendered", stopping);
    }
  }

  private Rendered greet() throws IOException {
    if (in.readInt() != Protocol.HELLO) {
      throw new IOException("something else than a worker was started");
    }
    info = Protocol.readInfo(in);
    return null;
  }

  private interface Answer {
    Rendered get() throws Unrenderable, IOException;
  }

  /** Killed when time is up, whatever it is doing: then its answer ends. */
  private Rendered await(Duration limit, Answer answer) throws Unrenderable, IOException {
    ScheduledFuture<?> alarm = clock.schedule(this::kill, limit.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return answer.get();
    } finally {
      alarm.cancel(false);
    }
  }

  private void kill() {
    late = true;
    process.destroyForcibly();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
