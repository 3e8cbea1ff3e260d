package pms.processing.render;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import pms.processing.ProcessingConfig;

/** Chooses the engine and sets its limits. */
class RenderBeans {

  @Produces
  @Singleton
  GuardedEngine engine(ProcessingConfig config) {
    int pictures = config.pictures().orElse(Runtime.getRuntime().availableProcessors());
    return new GuardedEngine(new PortableEngine(), pictures, config.memory().asLongValue());
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
