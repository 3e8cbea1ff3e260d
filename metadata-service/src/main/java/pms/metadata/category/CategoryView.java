package pms.metadata.category;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A category of the caller's tree.
 *
 * @param parent absent at the top
 * @param path names from the top, joined by {@code /}
 * @param count pictures directly in it, without those in the trash
 * @param total the same with all categories below
 * @param job where the telling of its pictures' new path goes on; absent when that is done
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CategoryView(UUID id, UUID parent, String name, String path, long count, long total, String job) {

  /** The tree as a list, each behind its parent. */
  @Schema(name = "CategoryList")
  record All(List<CategoryView> items) {}

  static CategoryView of(Category category, CategoryTree tree) {
    return of(category, tree, null);
  }

  static CategoryView of(Category category, CategoryTree tree, String job) {
    return new CategoryView(
        category.id(), category.parent(), category.name(), category.path().toString(), category.images(),
        tree.total(category.id()), job);
  }
}
