package pms.processing.render;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
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
  RenderPlan thumbnails(ProcessingConfig config) {
    return new RenderPlan(
        RenderPlan.THUMBNAILS,
        config.quality(),
        config.pixelLimit(),
        config.memory().asLongValue(),
        config.timeLimit());
  }
}
