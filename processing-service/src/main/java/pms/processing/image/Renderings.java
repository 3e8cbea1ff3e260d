package pms.processing.image;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.jboss.logging.Logger;
import pms.processing.render.GuardedEngine;
import pms.processing.render.RenderPlan;
import pms.processing.render.Rendered;
import pms.processing.render.Unrenderable;

/** The slow part: fetch, render, store; repeatable at any point, since each run has keys of its own. */
@ApplicationScoped
class Renderings {

  private static final Logger LOG = Logger.getLogger(Renderings.class);

  private final Images images;
  private final PictureStore pictures;
  private final GuardedEngine engine;
  private final RenderPlan plan;
  private final WorkFolder folder;
  private final MeterRegistry meters;

  Renderings(
      Images images,
      PictureStore pictures,
      GuardedEngine engine,
      RenderPlan plan,
      WorkFolder folder,
      MeterRegistry meters) {
    this.images = images;
    this.pictures = pictures;
    this.engine = engine;
    this.plan = plan;
    this.folder = folder;
    this.meters = meters;
  }

  void run(Job job) throws IOException {
    Path place = folder.make();
    boolean ended = false;
    try {
      render(job, place);
      ended = true;
    } finally {
      folder.delete(place);
      if (!ended) {
        images.giveBack(job);
      }
    }
  }

  private void render(Job job, Path place) throws IOException {
    long start = System.nanoTime();
    RenderPlan edit = plan.with(job.recipe().operations(), plan.outputs());
    try {
      Path original = timed("fetch", () -> pictures.fetch(job.objectKey(), job.bytes(), place));
      Rendered rendered =
          timed("render", () -> engine.render(original, place, edit, () -> images.attempt(job)));
      List<Stored> stored = timed("store", () -> pictures.store(job.prefix(), rendered));
      String thumbhash = Base64.getEncoder().encodeToString(rendered.thumbhash());
      images.ready(job, rendered, thumbhash, stored);
      LOG.infof("rendered image %s version %d in %d ms", job.image().id(), job.version(), (System.nanoTime() - start) / 1_000_000);
    } catch (Unrenderable unrenderable) {
      images.failed(job, unrenderable.getMessage());
      LOG.infof("image %s version %d cannot be rendered: %s", job.image().id(), job.version(), unrenderable.getMessage());
      LOG.debugf(unrenderable, "image %s", job.image().id());
    }
  }

  private interface Stage<T> {
    T run() throws Unrenderable, IOException;
  }

  private <T> T timed(String name, Stage<T> stage) throws Unrenderable, IOException {
    Timer.Sample sample = Timer.start(meters);
    try {
      return stage.run();
    } finally {
      sample.stop(meters.timer("pms.processing.stage", "stage", name));
    }
  }
}
