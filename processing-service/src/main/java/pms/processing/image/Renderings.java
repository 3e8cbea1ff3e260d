package pms.processing.image;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.jboss.logging.Logger;
import pms.kit.store.ObjectStore;
import pms.kit.store.StoreFailure;
import pms.processing.ProcessingConfig;
import pms.processing.render.GuardedEngine;
import pms.processing.render.RenderPlan;
import pms.processing.render.Rendered;
import pms.processing.render.Unrenderable;

/** The slow part: fetch, render, store; repeatable at any point, since the same picture goes to the same keys. */
@ApplicationScoped
class Renderings {

  private static final Logger LOG = Logger.getLogger(Renderings.class);

  private final Images images;
  private final ObjectStore store;
  private final RenditionStore renditions;
  private final GuardedEngine engine;
  private final RenderPlan plan;
  private final WorkFolder folder;
  private final ProcessingConfig config;
  private final MeterRegistry meters;

  Renderings(
      Images images,
      ObjectStore store,
      RenditionStore renditions,
      GuardedEngine engine,
      RenderPlan plan,
      WorkFolder folder,
      ProcessingConfig config,
      MeterRegistry meters) {
    this.images = images;
    this.store = store;
    this.renditions = renditions;
    this.engine = engine;
    this.plan = plan;
    this.folder = folder;
    this.config = config;
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
    try {
      Path original = timed("fetch", () -> fetch(job, place));
      Rendered rendered =
          timed("render", () -> engine.render(original, place, plan, job.attempts() > 0, () -> count(job)));
      List<Stored> stored = timed("store", () -> renditions.store(job.image(), Job.VERSION, rendered));
      String thumbhash = Base64.getEncoder().encodeToString(rendered.thumbhash());
      images.ready(job, rendered, thumbhash, stored);
      LOG.infof("rendered image %s in %d ms", job.image().id(), (System.nanoTime() - start) / 1_000_000);
    } catch (Unrenderable unrenderable) {
      images.failed(job, unrenderable.getMessage());
      LOG.infof("image %s cannot be rendered: %s", job.image().id(), unrenderable.getMessage());
      LOG.debugf(unrenderable, "image %s", job.image().id());
    }
  }

  private Path fetch(Job job, Path place) throws IOException {
    Path original = place.resolve("original");
    store.download(job.objectKey(), original);
    long bytes = Files.size(original);
    if (bytes != job.bytes()) {
      throw new StoreFailure("got %d of %d bytes of %s".formatted(bytes, job.bytes(), job.objectKey()), null);
    }
    return original;
  }

  private void count(Job job) throws Unrenderable {
    if (images.attempt(job) > config.attempts()) {
      throw new Unrenderable(
          "The picture could not be processed: it stopped the program %s times."
              .formatted(config.attempts() == 3 ? "three" : config.attempts()));
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
