package pms.metadata.image;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.metadata.category.CategoryPath;
import pms.metadata.category.CategoryRows;
import pms.metadata.category.Placed;
import pms.metadata.database.Sql;

/**
 * Organises images that are here from before there was anything to organise, a few in one transaction, in the background. Those
 * with tags are announced again, since their spelling may be another one and some are drawn from facts since.
 */
@ApplicationScoped
class Backlog {

  private static final String NEXT =
      "SELECT owner_id, id FROM image WHERE organised = 0 AND uploaded_at IS NOT NULL AND purged_at IS NULL"
          + " ORDER BY owner_id, id LIMIT 200";

  private final Sql sql;
  private final CategoryRows categories;
  private final Books books;
  private final Editor editor;

  Backlog(Sql sql, CategoryRows categories, Books books, Editor editor) {
    this.sql = sql;
    this.categories = categories;
    this.books = books;
    this.editor = editor;
  }

  @Scheduled(every = "30s", delayed = "3s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void catchUp() {
    boolean more = true;
    while (more) {
      more = QuarkusTransaction.requiringNew().call(this::some);
    }
  }

  private boolean some() {
    List<ImageKey> keys = sql.list(NEXT, row -> new ImageKey(row.getString("owner_id"), row.getObject("id", UUID.class)));
    if (keys.isEmpty()) {
      return false;
    }
    String owner = keys.getFirst().ownerId();
    List<UUID> ids = keys.stream().filter(key -> key.ownerId().equals(owner)).map(ImageKey::id).toList();
    List<Image> images = ImageLocks.lockAll(owner, ids).stream().filter(image -> image.organised == 0).toList();
    if (!images.isEmpty()) {
      images.forEach(this::place);
      books.settle(images);
      editor.announceAgain(images.stream().filter(image -> image.tags.length > 0).toList(), null, "tags");
    }
    return true;
  }

  /** Such an image has its category as text among its edits. */
  private void place(Image image) {
    Optional<CategoryPath> path =
        Optional.ofNullable(image.edits().category()).map(Edited::value).flatMap(CategoryPath::parse);
    if (path.isPresent()) {
      Placed place = categories.at(image.ownerId, path.get());
      image.categoryId = place.id();
      image.categoryPath = place.path();
    }
    image.edits = image.edits().withoutCategory();
  }
}
