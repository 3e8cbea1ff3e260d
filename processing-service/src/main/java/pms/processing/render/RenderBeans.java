package pms.processing.render;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import pms.processing.Places;
import pms.processing.ProcessingConfig;
import pms.processing.worker.WorkerCommand;
import pms.processing.worker.WorkerPool;

/** Starts the workers and sets their limits. */
class RenderBeans {

  private static final Logger LOG = Logger.getLogger(RenderBeans.class);

  @Produces
  @Singleton
  WorkerPool workers(ProcessingConfig config) {
    WorkerCommand command = WorkerCommand.of(Places.own(config), config.memory().asLongValue(), config.libvips());
    int workers = config.pictures().orElse(Runtime.getRuntime().availableProcessors());
    WorkerPool pool = new WorkerPool(command, workers, config.picturesEach());
    EngineInfo engine = pool.info();
    LOG.infof("%d workers render with %s %s; guarded by: %s", workers, engine.name(), engine.version(), engine.guards());
    return pool;
  }

  void end(@Disposes WorkerPool workers) {
    workers.close();
  }

  @Produces
  @Singleton
  GuardedEngine engine(WorkerPool workers) {
    return new GuardedEngine(workers);
  }

  @Produces
  @Singleton
  RenderPlan thumbnails(ProcessingConfig config, GuardedEngine engine) {
    return new RenderPlan(
        List.of(),
        RenderPlan.thumbnails(engine.info(), config.quality()),
        config.pixelLimit(),
        config.memory().asLongValue(),
        config.timeLimit());
  }
}
