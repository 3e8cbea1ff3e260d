package pms.processing.render;

import java.io.IOException;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import pms.kit.worker.WorkerDied;

/** Tries a picture again that stopped its worker, since it may have been chance; after some times it is the picture. */
public final class GuardedEngine implements PixelEngine {

  private static final Logger LOG = Logger.getLogger(GuardedEngine.class);
  private static final int TRIES = 3;

  private final PixelEngine engine;

  public GuardedEngine(PixelEngine engine) {
    this.engine = engine;
  }

  @Override
  public EngineInfo info() {
    return engine.info();
  }

  @Override
  public Rendered render(Path original, Path folder, RenderPlan plan) throws Unrenderable, IOException {
    return render(original, folder, plan, () -> {});
  }

  /** @param beforehand run before each try, when a worker has time for it: who only waits is not to blame if all ends */
  @Override
  public Rendered render(Path original, Path folder, RenderPlan plan, Beforehand beforehand)
      throws Unrenderable, IOException {
    WorkerDied last = null;
    for (int i = 0; i < TRIES; i++) {
      try {
        return engine.render(original, folder, plan, beforehand);
      } catch (WorkerDied died) {
        LOG.warnf("a picture stopped its worker: %s", died.getMessage());
        last = died;
      }
    }
    throw new Unrenderable("The picture could not be processed: it stopped the program three times.", last);
  }
}
