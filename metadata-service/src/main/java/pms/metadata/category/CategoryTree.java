package pms.metadata.category;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import pms.kit.problem.Problem;

/** All categories of one owner, and the rules for changing their tree. */
final class CategoryTree {

  private final Map<UUID, Category> nodes = new LinkedHashMap<>();
  private final Map<UUID, List<Category>> children = new HashMap<>();

  CategoryTree(Collection<Category> categories) {
    categories.forEach(category -> {
      nodes.put(category.id(), category);
      children.computeIfAbsent(category.parent(), parent -> new ArrayList<>()).add(category);
    });
  }

  int size() {
    return nodes.size();
  }

  Optional<Category> find(UUID id) {
    return Optional.ofNullable(nodes.get(id));
  }

  Collection<Category> all() {
    return nodes.values();
  }

  /** The node and all below it, each behind its parent. */
  List<Category> subtree(UUID id) {
    List<Category> found = new ArrayList<>();
    Deque<Category> left = new ArrayDeque<>(List.of(nodes.get(id)));
    while (!left.isEmpty()) {
      Category next = left.poll();
      found.add(next);
      left.addAll(children.getOrDefault(next.id(), List.of()));
    }
    return found;
  }

  /** Images in the node and below. */
  long total(UUID id) {
    return subtree(id).stream().mapToLong(Category::images).sum();
  }

  /**
   * The subtree as it is after its top got another name or parent.
   *
   * @param parent null for the top of the tree
   * @throws Problem 400 for an unknown parent, a cycle, or a tree that becomes too deep or whose paths become too long; 409 for a path that is taken
   */
  List<Category> moved(UUID id, UUID parent, String name) {
    List<Category> before = subtree(id);
    Set<UUID> inside = new HashSet<>(before.stream().map(Category::id).toList());
    if (inside.contains(parent)) {
      throw Problem.invalid("parent", "must not be the category itself or one below it");
    }
    Map<UUID, CategoryPath> paths = new HashMap<>();
    List<Category> after = new ArrayList<>();
    for (Category node : before) {
      boolean top = node.id().equals(id);
      CategoryPath path = top ? path(parent, name) : paths.get(node.parent()).child(node.name());
      requireFits(path, parent == null || Objects.equals(parent, nodes.get(id).parent()) ? "name" : "parent");
      paths.put(node.id(), path);
      after.add(new Category(node.id(), top ? parent : node.parent(), path, node.images()));
    }
    requireFree(after.getFirst().path(), inside);
    return after;
  }

  /** The path of a new child. */
  CategoryPath added(UUID parent, String name) {
    CategoryPath path = path(parent, name);
    requireFits(path, path.isTooDeep() ? "parent" : "name");
    requireFree(path, Set.of());
    return path;
  }

  private CategoryPath path(UUID parent, String name) {
    if (parent == null) {
      return new CategoryPath(List.of(name));
    }
    return find(parent).orElseThrow(() -> Problem.invalid("parent", "is not a category of yours")).path().child(name);
  }

  private static void requireFits(CategoryPath path, String field) {
    if (path.isTooDeep()) {
      throw Problem.invalid(field, "must leave no category deeper than " + CategoryPath.DEEPEST);
    }
    if (path.isTooLong()) {
      throw Problem.invalid(field, "must leave no path longer than " + CategoryPath.LONGEST_WHOLE + " characters");
    }
  }

  private void requireFree(CategoryPath path, Set<UUID> except) {
    String key = path.key();
    if (nodes.values().stream().anyMatch(node -> !except.contains(node.id()) && node.path().key().equals(key))) {
      throw Problem.conflict("category-exists", "There is a category \"" + path + "\" already.");
    }
  }
}
