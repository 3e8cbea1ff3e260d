package pms.processing.image;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import pms.kit.problem.Problem;
import pms.kit.store.ObjectMissing;
import pms.processing.recipe.Recipe;
import pms.processing.render.GuardedEngine;
import pms.processing.render.Output;
import pms.processing.render.OutputFormat;
import pms.processing.render.RenderPlan;
import pms.processing.render.Rendered;
import pms.processing.render.Unrenderable;

/** Renders one picture at once, for somebody who waits for it; with the same guard and limits as thumbnails. */
@ApplicationScoped
public class Darkroom {

  private final PictureStore pictures;
  private final GuardedEngine engine;
  private final RenderPlan plan;
  private final WorkFolder folder;

  Darkroom(PictureStore pictures, GuardedEngine engine, RenderPlan plan, WorkFolder folder) {
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

  /** @throws Problem 422 with the reason if the picture cannot be rendered so */
  public <T> T develop(Picture picture, Recipe recipe, Output output, Use<T> use) {
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
      throw Problem.of(422, "not-renderable", "Cannot be rendered", unrenderable.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
