package pms.processing.image;

import java.util.Optional;
import pms.processing.recipe.Recipe;
import pms.processing.render.Dimensions;

/**
 * What somebody wants to make of a picture.
 *
 * @param size after the recipe
 * @param root the version that came with the original that the recipe is for
 * @param reverted number of the version that comes back; empty for an edit, which is based on the current one
 * @param expected what has to be current, else it is refused
 */
public record NewVersion(
    Recipe recipe,
    Dimensions size,
    int root,
    String note,
    String author,
    String authorName,
    Optional<Integer> reverted,
    Expected expected) {

  /** The {@code If-Match} of a request; see RFC 9110, section 13.1.1. */
  @FunctionalInterface
  public interface Expected {
    boolean matches(int current);
  }
}
