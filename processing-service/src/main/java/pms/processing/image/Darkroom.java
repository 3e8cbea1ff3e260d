package pms.processing.image;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import pms.kit.problem.Problem;
import pms.kit.store.ObjectMissing;
import pms.processing.recipe.Recipe;
import pms.processing.render.GuardedEngine;
import pms.processing.render.Output;
import pms.processing.render.OutputFormat;
import pms.processing.render.RenderPlan;
import pms.processing.render.Rendered;
import pms.processing.render.Unrenderable;
import pms.processing.worker.Budget;

/**
 * Renders one picture at once, for somebody who waits for it; with the same guard and limits as thumbnails. Whoever finds all
 * places taken waits before the original is fetched, so that however many ask, only so many originals lie on the disk.
 */
@ApplicationScoped
public class Darkroom {

  private static final int PLACES_EACH = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final PictureStore pictures;
  private final GuardedEngine engine;
  private final RenderPlan plan;
  private final WorkFolder folder;
  private final Semaphore places;

  Darkroom(PictureStore pictures, GuardedEngine engine, RenderPlan plan, WorkFolder folder, Budget budget) {
    this.places = new Semaphore(PLACES_EACH * budget.workers(), true);
    this.pictures = pictures;
    this.engine = engine;
    this.plan = plan;
    this.folder = folder;
  }

  /** What to do with the file, which lives only so long. */
  @FunctionalInterface
  public interface Use<T> {
    T of(Rendered.File file) throws IOException;
  }

  public List<OutputFormat> writes() {
    return engine.info().writes();
  }

  public long pixelLimit() {
    return plan.pixelLimit();
  }

  /** @throws Problem 422 with the reason if the picture cannot be rendered so, 503 if there is no place for a long time */
  public <T> T develop(Picture picture, Recipe recipe, Output output, Use<T> use) {
    enter();
    try {
      return developed(picture, recipe, output, use);
    } finally {
      places.release();
    }
  }

  private void enter() {
    try {
      if (places.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    throw new Busy();
  }

  private <T> T developed(Picture picture, Recipe recipe, Output output, Use<T> use) {
    try {
      Path place = folder.make();
      try {
        Path original = pictures.fetch(picture.objectKey(), picture.bytes(), place);
        Rendered rendered = engine.render(original, place, plan.with(recipe.operations(), List.of(output)));
        return use.of(rendered.files().getFirst());
      } finally {
        folder.delete(place);
      }
    } catch (ObjectMissing purgedMeanwhile) {
      throw Problem.notFound();
    } catch (Unrenderable unrenderable) {
      throw new NotRenderable(unrenderable.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** 422: it is the picture's fault, or that of what is wanted of it; another try would end the same way. */
  static final class NotRenderable extends Problem {

    NotRenderable(String reason) {
      super(422, "not-renderable", "Cannot be rendered", reason, List.of());
    }
  }

  /** 503: others are served first; ask again soon. */
  public static final class Busy extends Problem {

    static final String TYPE = "busy";

    public Busy() {
      super(503, TYPE, "Busy", "Many pictures are being rendered; ask again in a second.", List.of());
    }
  }
}
