package pms.processing.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps one picture from harming the others: only so many at a time, only so much memory among them, and each only so long.
 * A picture that runs out of memory or stack fails alone.
 */
public final class GuardedEngine implements PixelEngine {

  private final PixelEngine engine;
  private final int pictures;
  private final Semaphore slots;
  private final Semaphore mebibytes;
  private final int budget;

  /**
   * @param pictures at a time: a decoder uses one core
   * @param memory bytes for all pictures together
   */
  public GuardedEngine(PixelEngine engine, int pictures, long memory) {
    this.engine = engine;
    this.pictures = pictures;
    this.slots = new Semaphore(pictures, true);
    this.budget = (int) Math.max(1, memory >> 20);
    this.mebibytes = new Semaphore(budget, true);
  }

  @Override
  public EngineInfo info() {
    return engine.info();
  }

  @Override
  public long memory(Path original, RenderPlan plan) throws Unrenderable, IOException {
    return engine.memory(original, plan);
  }

  @Override
  public Rendered render(Path original, Path folder, RenderPlan plan) throws Unrenderable, IOException {
    return render(original, folder, plan, false, () -> {});
  }

  /**
   * Renders once it is this picture's turn.
   *
   * @param alone with no other picture beside it, so that if the process dies it is clear of what
   * @param beforehand run when the turn has come and nothing has been decoded yet
   */
  public Rendered render(Path original, Path folder, RenderPlan plan, boolean alone, Beforehand beforehand)
      throws Unrenderable, IOException {
    int share = (int) Math.min(budget, 1 + (memory(original, plan) >> 20));
    int turn = alone ? pictures : 1;
    acquire(slots, turn);
    try {
      acquire(mebibytes, share);
      // Given back by the thread that uses it, which may outlive our patience.
      return await(start(() -> render(original, folder, plan, beforehand), share), plan);
    } finally {
      slots.release(turn);
    }
  }

  /** May refuse the picture. */
  public interface Beforehand {
    void run() throws Unrenderable;
  }

  private Rendered render(Path original, Path folder, RenderPlan plan, Beforehand beforehand)
      throws Unrenderable, IOException {
    beforehand.run();
    return engine.render(original, folder, plan);
  }

  private FutureTask<Rendered> start(Callable<Rendered> work, int share) {
    FutureTask<Rendered> task = new FutureTask<>(work);
    Thread.ofPlatform().name("render").daemon().start(() -> {
      try {
        task.run();
      } finally {
        mebibytes.release(share);
      }
    });
    return task;
  }

  private static Rendered await(FutureTask<Rendered> task, RenderPlan plan) throws Unrenderable, IOException {
    try {
      return task.get(plan.wallClockLimit().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooLong) {
      task.cancel(true);
      throw new Unrenderable(
          "Reading the picture took longer than " + plan.wallClockLimit().toSeconds() + " seconds.", tooLong);
    } catch (InterruptedException stopping) {
      task.cancel(true);
      throw stopping(stopping);
    } catch (ExecutionException failed) {
      throw reason(failed.getCause());
    }
  }

  private static IOException reason(Throwable cause) throws Unrenderable {
    return switch (cause) {
      case IOException disk -> disk;
      case Unrenderable unrenderable -> throw unrenderable;
      case OutOfMemoryError memory -> throw new Unrenderable("The picture needs more memory than there is.", memory);
      case StackOverflowError stack -> throw new Unrenderable("The picture is nested too deeply to be read.", stack);
      case Error error -> throw error;
      default -> throw Unrenderable.damaged(cause);
    };
  }

  private static void acquire(Semaphore semaphore, int permits) throws IOException {
    try {
      semaphore.acquire(permits);
    } catch (InterruptedException stopping) {
      throw stopping(stopping);
    }
  }

  /** Not the picture's fault: it will be delivered again. */
  private static IOException stopping(InterruptedException interrupted) {
    Thread.currentThread().interrupt();
    return new IOException("stopping while a picture was rendered", interrupted);
  }
}
