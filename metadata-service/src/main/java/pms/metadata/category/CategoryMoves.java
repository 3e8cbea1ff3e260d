package pms.metadata.category;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import pms.kit.problem.Problem;
import pms.metadata.job.CategoryMove;
import pms.metadata.job.JobSpec;
import pms.metadata.library.Libraries;

/** Moves a category by a job, so that the way of another one is taken back. */
@ApplicationScoped
public class CategoryMoves {

  private final CategoryRows rows;
  private final Libraries libraries;

  CategoryMoves(CategoryRows rows, Libraries libraries) {
    this.rows = rows;
    this.libraries = libraries;
  }

  /**
   * In the running transaction.
   *
   * @return the same with all that moved, also what was put below since
   * @throws Problem when the category is not where the move begins, or cannot be where it ends
   */
  public JobSpec move(String owner, CategoryMove move) {
    libraries.lock(owner);
    CategoryTree tree = rows.tree(owner);
    tree.find(move.id())
        .filter(category -> Objects.equals(category.parent(), move.fromParent()) && category.name().equals(move.fromName()))
        .orElseThrow(() -> Problem.conflict("changed-since", "The category was changed or deleted since."));
    if (move.parent() != null && tree.find(move.parent()).isEmpty()) {
      throw Problem.conflict("changed-since", "The category in which it was is gone.");
    }
    List<Category> after = tree.moved(move.id(), move.parent(), move.name());
    rows.move(owner, after);
    return JobSpec.move(paths(after), move);
  }

  static Map<UUID, String> paths(List<Category> categories) {
    Map<UUID, String> paths = new LinkedHashMap<>();
    categories.forEach(category -> paths.put(category.id(), category.path().toString()));
    return paths;
  }
}
