package pms.processing.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jboss.logging.Logger;
import pms.processing.render.EngineInfo;
import pms.processing.render.PixelEngine;
import pms.processing.render.RenderPlan;
import pms.processing.render.Rendered;
import pms.processing.render.Unrenderable;

/**
 * Renders in processes of their own, so that a hostile picture can harm nothing but the process that reads it. One that ends,
 * hangs or has had its share is replaced in the background; the others go on meanwhile.
 */
public final class WorkerPool implements PixelEngine, AutoCloseable {

  private static final Logger LOG = Logger.getLogger(WorkerPool.class);

  private final WorkerCommand command;
  private final int picturesEach;
  private final BlockingQueue<CompletableFuture<Worker>> idle;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("worker-clock").daemon().factory());
  private final ExecutorService starting = Executors.newVirtualThreadPerTaskExecutor();
  private final EngineInfo info;
  private volatile boolean closed;

  /**
   * Starts them.
   *
   * @param workers at a time: each uses one core
   * @param picturesEach after which a worker is replaced, so that what leaks or was damaged goes with it
   */
  public WorkerPool(WorkerCommand command, int workers, int picturesEach) {
    this.command = command;
    this.picturesEach = picturesEach;
    this.idle = new ArrayBlockingQueue<>(workers);
    CompletableFuture<Worker> first = start(true);
    this.info = engine(first);
    boolean lean = isLean();
    if (!lean) {
      first.join().close();
    }
    idle.add(lean ? first : start(false));
    for (int i = 1; i < workers; i++) {
      idle.add(start(lean));
    }
  }

  @Override
  public EngineInfo info() {
    return info;
  }

  @Override
  public Rendered render(Path original, Path folder, RenderPlan plan) throws Unrenderable, IOException {
    CompletableFuture<Worker> next = take();
    try {
      return ready(next).render(original, folder, plan);
    } catch (WorkerDied died) {
      if (closed) {
        throw new IOException("stopping while a picture was rendered", died);
      }
      throw died;
    } finally {
      idle.add(isGood(next) ? next : replaced(next));
    }
  }

  /** All of them are ended, whatever they do. */
  @Override
  public void close() {
    closed = true;
    idle.forEach(WorkerPool::end);
    starting.close();
    clock.shutdownNow();
  }

  private static EngineInfo engine(CompletableFuture<Worker> first) {
    try {
      return first.join().info();
    } catch (CompletionException failed) {
      throw new IllegalStateException(failed.getCause().getMessage(), failed);
    }
  }

  private boolean isLean() {
    return info.name().equals("libvips");
  }

  private CompletableFuture<Worker> take() throws IOException {
    try {
      return idle.take();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("stopping before a picture was rendered", stopping);
    }
  }

  private static Worker ready(CompletableFuture<Worker> worker) throws IOException {
    try {
      return worker.join();
    } catch (CompletionException failed) {
      throw new IOException(failed.getCause().getMessage(), failed.getCause());
    }
  }

  private boolean isGood(CompletableFuture<Worker> worker) {
    return worker.state() == CompletableFuture.State.SUCCESS
        && worker.resultNow().isAlive()
        && worker.resultNow().pictures() < picturesEach;
  }

  private CompletableFuture<Worker> replaced(CompletableFuture<Worker> worker) {
    end(worker);
    return closed ? worker : start(isLean());
  }

  private static void end(CompletableFuture<Worker> worker) {
    worker.whenComplete((started, _) -> {
      if (started != null) {
        started.close();
      }
    });
  }

  private CompletableFuture<Worker> start(boolean lean) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return Worker.start(command, lean, clock);
      } catch (IOException e) {
        LOG.warnf("%s", e.getMessage());
        throw new CompletionException(e);
      }
    }, starting);
  }
}
