package pms.processing.worker;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import pms.kit.worker.TimeLimit;
import pms.kit.worker.Worker;
import pms.kit.worker.WorkerDied;
import pms.kit.worker.WorkerLate;
import pms.kit.worker.Workers;
import pms.processing.render.EngineInfo;
import pms.processing.render.PixelEngine;
import pms.processing.render.RenderPlan;
import pms.processing.render.Rendered;
import pms.processing.render.Unrenderable;

/** Renders in processes of their own, so that a hostile picture can harm nothing but the process that reads it. */
public final class WorkerPool implements PixelEngine, AutoCloseable {

  private static final int LONGEST_REASON = 1000;

  private final Workers<EngineInfo> workers;
  private final EngineInfo info;

  /**
   * Starts them.
   *
   * @param workers at a time: each uses one core
   * @param picturesEach after which a worker is replaced
   */
  public WorkerPool(WorkerCommand command, int workers, int picturesEach) {
    Workers.Terms terms = new Workers.Terms(workers, picturesEach, Optional.empty());
    Workers<EngineInfo> lean = workers(command, true, terms);
    this.info = engine(lean);
    if (info.name().equals("libvips")) {
      this.workers = lean;
    } else {
      lean.close();
      this.workers = workers(command, false, terms);
    }
    this.workers.fill();
  }

  private Workers<EngineInfo> workers(WorkerCommand command, boolean lean, Workers.Terms terms) {
    return new Workers<>(
        command.jvm(lean), Protocol::readInfo, terms, worker -> Rehearsal.hold(worker, command.folder(), info()));
  }

  private static EngineInfo engine(Workers<EngineInfo> workers) {
    try {
      return workers.greeting();
    } catch (IOException none) {
      workers.close();
      throw new IllegalStateException(none.getMessage(), none);
    }
  }

  @Override
  public EngineInfo info() {
    return info;
  }

  @Override
  public Rendered render(Path original, Path folder, RenderPlan plan) throws Unrenderable, IOException {
    return render(original, folder, plan, () -> {});
  }

  @Override
  public Rendered render(Path original, Path folder, RenderPlan plan, Beforehand beforehand)
      throws Unrenderable, IOException {
    TimeLimit limit = new TimeLimit(plan.timeLimit(), plan.wallClockLimit());
    try {
      return workers.<Rendered, Unrenderable>ask(limit, worker -> {
        begin(worker, beforehand);
        return exchange(worker, original, folder, plan);
      });
    } catch (WorkerLate late) {
      throw new Unrenderable("Reading the picture took longer than " + late.limit().toSeconds() + " seconds.");
    }
  }

  /** A worker that was told of a task which does not come is of no more use. */
  private static void begin(Worker worker, Beforehand beforehand) throws Unrenderable {
    try {
      beforehand.run();
    } catch (Unrenderable refused) {
      worker.spend();
      throw refused;
    }
  }

  static Rendered exchange(Worker worker, Path original, Path folder, RenderPlan plan) throws Unrenderable, IOException {
    Protocol.write(worker.out(), original, folder, plan);
    worker.out().flush();
    int kind = worker.in().readUnsignedByte();
    if (kind == Protocol.UNRENDERABLE) {
      throw new Unrenderable(plain(worker.in().readUTF()));
    }
    if (kind == Protocol.DISK) {
      throw new IOException(worker.in().readUTF());
    }
    Rendered rendered = rendered(worker.in(), folder, plan);
    for (Rendered.File file : rendered.files()) {
      if (!Files.isRegularFile(file.path(), LinkOption.NOFOLLOW_LINKS) || Files.size(file.path()) == 0) {
        throw new WorkerDied("the worker said that it wrote " + file.path().getFileName() + ", and did not");
      }
    }
    return rendered;
  }

  /** People and the database read it. */
  private static String plain(String reason) {
    String text = reason.replaceAll("\\p{Cntrl}", " ");
    return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
  }

  private static Rendered rendered(DataInputStream in, Path folder, RenderPlan plan) throws IOException {
    try {
      return Protocol.readRendered(in, folder, plan);
    } catch (EOFException ended) {
      throw ended;
    } catch (IOException | RuntimeException nonsense) {
      throw new WorkerDied("the worker answered what makes no sense");
    }
  }

  /** All of them are ended, whatever they do. */
  @Override
  public void close() {
    workers.close();
  }
}
