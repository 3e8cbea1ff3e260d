package pms.metadata.category;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.kit.problem.Problem;
import pms.metadata.job.CategoryMove;
import pms.metadata.job.Job;
import pms.metadata.job.JobAnswers;
import pms.metadata.job.JobKind;
import pms.metadata.job.JobSpec;
import pms.metadata.job.Jobs;
import pms.metadata.library.Libraries;

/** What an owner does with the tree. The tree changes at once; what its images announce follows by a job. */
@ApplicationScoped
class Categories {

  private final CategoryRows rows;
  private final Libraries libraries;
  private final Jobs jobs;

  Categories(CategoryRows rows, Libraries libraries, Jobs jobs) {
    this.rows = rows;
    this.libraries = libraries;
    this.jobs = jobs;
  }

  private record Prepared(Job job, long images) {}

  CategoryView.All list(String owner) {
    CategoryTree tree = rows.tree(owner);
    return new CategoryView.All(tree.all().stream().map(category -> CategoryView.of(category, tree)).toList());
  }

  CategoryView get(String owner, UUID id) {
    CategoryTree tree = rows.tree(owner);
    return CategoryView.of(tree.find(id).orElseThrow(Problem::notFound), tree);
  }

  CategoryView add(String owner, CategoryRequest request) {
    UUID id = QuarkusTransaction.requiringNew().call(() -> {
      libraries.lock(owner);
      UUID parent = request.parent(null);
      return rows.add(owner, parent, rows.tree(owner).added(parent, request.requiredName())).id();
    });
    return get(owner, id);
  }

  /** Another name, another parent, or both. */
  CategoryView change(String owner, String author, UUID id, CategoryRequest request) {
    Optional<Prepared> prepared = QuarkusTransaction.requiringNew().call(() -> {
      libraries.lock(owner);
      CategoryTree tree = rows.tree(owner);
      Category before = tree.find(id).orElseThrow(Problem::notFound);
      List<Category> after = tree.moved(id, request.parent(before.parent()), request.name().orElse(before.name()));
      if (after.getFirst().equals(before)) {
        return Optional.empty();
      }
      rows.move(owner, after);
      Category now = after.getFirst();
      CategoryMove move = new CategoryMove(id, before.parent(), before.name(), now.parent(), now.name());
      Job job = jobs.prepare(owner, author, JobKind.CATEGORY_MOVE, JobSpec.move(CategoryMoves.paths(after), move));
      return Optional.of(new Prepared(job, tree.total(id)));
    });
    Optional<Job> open = prepared.flatMap(this::begun);
    CategoryTree tree = rows.tree(owner);
    return CategoryView.of(
        tree.find(id).orElseThrow(Problem::notFound), tree, open.map(JobAnswers::address).orElse(null));
  }

  /**
   * @param recursive whether what is below and inside is no obstacle: images stay, without a category
   * @return the job that goes on with the images; empty when nothing is left to do
   */
  Optional<Job> delete(String owner, String author, UUID id, boolean recursive) {
    Prepared prepared = QuarkusTransaction.requiringNew().call(() -> {
      libraries.lock(owner);
      CategoryTree tree = rows.tree(owner);
      tree.find(id).orElseThrow(Problem::notFound);
      List<Category> doomed = tree.subtree(id);
      if (!recursive && (doomed.size() > 1 || rows.isUsed(owner, id))) {
        throw Problem.conflict("category-not-empty", "The category is not empty; recursive=true deletes it all the same.");
      }
      rows.remove(owner, doomed.stream().map(Category::id).toArray(UUID[]::new));
      return new Prepared(jobs.prepare(owner, author, JobKind.CATEGORY_DELETE, JobSpec.categories(CategoryMoves.paths(doomed))), tree.total(id));
    });
    return begun(prepared);
  }

  private Optional<Job> begun(Prepared prepared) {
    return Optional.of(jobs.begin(prepared.job, prepared.images)).filter(left -> !left.isFinished());
  }
}
