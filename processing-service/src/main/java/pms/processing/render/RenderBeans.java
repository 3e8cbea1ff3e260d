package pms.processing.render;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import pms.processing.Places;
import pms.processing.ProcessingConfig;
import pms.processing.vips.LibraryChoice;
import pms.processing.worker.Budget;
import pms.processing.worker.WorkerCommand;
import pms.processing.worker.WorkerPool;

/** Starts the workers and sets their limits. */
class RenderBeans {

  private static final Logger LOG = Logger.getLogger(RenderBeans.class);

  @Produces
  @Singleton
  Budget budget(ProcessingConfig config) {
    Budget budget = Budget.here(config.pictures(), config.memory().asLongValue());
    LOG.logf(budget.fits() ? Logger.Level.INFO : Logger.Level.WARN, "%s", budget);
    return budget;
  }

  @Produces
  @Singleton
  WorkerPool workers(ProcessingConfig config, Budget budget) {
    LibraryChoice library = LibraryChoice.of(config.libvips(), config.libvipsFetched());
    WorkerCommand command = WorkerCommand.of(Places.own(config).path(), budget.memory(), library);
    WorkerPool pool = new WorkerPool(command, budget.workers(), config.picturesEach());
    EngineInfo engine = pool.info();
    LOG.infof("they render with %s %s; guarded by: %s", engine.name(), engine.version(), engine.guards());
    if (library.isDemand() && !engine.name().equals("libvips")) {
      LOG.warnf("the libvips that was asked for (%s) cannot be loaded", library.word());
    }
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
  RenderPlan thumbnails(ProcessingConfig config, Budget budget, GuardedEngine engine) {
    return new RenderPlan(
        List.of(),
        RenderPlan.thumbnails(engine.info(), config.quality()),
        config.pixelLimit(),
        budget.memory(),
        config.timeLimit());
  }
}
