package pms.metadata.category;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import pms.contracts.Ids;
import pms.kit.problem.Problem;
import pms.metadata.database.Sql;
import pms.metadata.library.Libraries;

/** The rows of the trees; written under the lock of the owner's library only. */
@ApplicationScoped
public class CategoryRows {

  static final int MOST = 5_000;

  private static final String ALL = "SELECT id, parent_id, path, images FROM category WHERE owner_id = ? ORDER BY path_key";
  private static final String BY_PATH = "SELECT id, path FROM category WHERE owner_id = ? AND path_key = ?";
  private static final String PATHS = "SELECT id, path FROM category WHERE owner_id = ? AND id = ANY (?)";
  private static final String MANY = "SELECT 1 FROM category WHERE owner_id = ? OFFSET ? LIMIT 1";
  private static final String ADD =
      "INSERT INTO category (owner_id, id, parent_id, name, path, path_key) VALUES (?, ?, ?, ?, ?, ?)";
  private static final String LEAVE = "UPDATE category SET path_key = '/' || id WHERE owner_id = ? AND id = ANY (?)";
  private static final String MOVE =
      "UPDATE category c SET parent_id = m.parent, name = m.name, path = m.path, path_key = m.key"
          + " FROM unnest(?, ?, ?, ?, ?) AS m (id, parent, name, path, key) WHERE c.owner_id = ? AND c.id = m.id";
  private static final String USED = "SELECT 1 FROM image WHERE owner_id = ? AND category_id = ? LIMIT 1";
  private static final String REMOVE = "DELETE FROM category WHERE owner_id = ? AND id = ANY (?)";
  private static final String COUNT =
      "UPDATE category c SET images = c.images + d.images FROM unnest(?, ?) AS d (id, images)"
          + " WHERE c.owner_id = ? AND c.id = d.id";

  private final Sql sql;
  private final Libraries libraries;

  CategoryRows(Sql sql, Libraries libraries) {
    this.sql = sql;
    this.libraries = libraries;
  }

  /** An image that comes, goes or moves; null for no category. */
  public record Move(UUID from, UUID to) {}

  @Transactional(Transactional.TxType.MANDATORY)
  public void count(String owner, Collection<Move> moves) {
    TreeMap<UUID, Long> counts = new TreeMap<>();
    moves.stream().filter(move -> move.from() != null).forEach(move -> counts.merge(move.from(), -1L, Long::sum));
    moves.stream().filter(move -> move.to() != null).forEach(move -> counts.merge(move.to(), 1L, Long::sum));
    counts.values().removeIf(count -> count == 0);
    if (!counts.isEmpty()) {
      sql.update(COUNT, counts.keySet().toArray(UUID[]::new), counts.values().toArray(Long[]::new), owner);
    }
  }

  /**
   * The category of this path; it and those above it are made where there are none. It stays what it is until the transaction
   * ends: images are put into it by who holds their locks, and one that is deleted or moved meanwhile would be no place.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Placed at(String owner, CategoryPath path) {
    libraries.lock(owner);
    return found(owner, path);
  }

  private Placed found(String owner, CategoryPath path) {
    return find(owner, path).orElseGet(() -> make(owner, path));
  }

  private Placed make(String owner, CategoryPath path) {
    // The stored spelling of those above counts, so the path is put together from them.
    Optional<Placed> parent = path.parent().map(above -> found(owner, above));
    CategoryPath spelled =
        parent.flatMap(above -> CategoryPath.parse(above.path())).map(above -> above.child(path.names().getLast())).orElse(path);
    return add(owner, parent.map(Placed::id).orElse(null), spelled);
  }

  Placed add(String owner, UUID parent, CategoryPath path) {
    if (sql.first(MANY, row -> true, owner, MOST - 1).isPresent()) {
      throw Problem.conflict("too-many-categories", "There may be at most " + MOST + " categories.");
    }
    UUID id = Ids.next();
    sql.update(ADD, owner, id, parent, path.names().getLast(), path.toString(), path.key());
    return new Placed(id, path.toString());
  }

  CategoryTree tree(String owner) {
    return new CategoryTree(sql.list(ALL, CategoryRows::category, owner));
  }

  /**
   * How these categories are called, until the transaction ends; those that are gone are left out.
   *
   * @return paths by id
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<UUID, String> paths(String owner, Collection<UUID> ids) {
    libraries.lock(owner);
    return sql.list(PATHS, row -> new Placed(row.getObject("id", UUID.class), row.getString("path")), owner, ids.toArray(UUID[]::new))
        .stream().collect(Collectors.toMap(Placed::id, Placed::path));
  }

  /** Paths are unique at every moment, so the moved nodes leave their old ones first, for some that no name can make. */
  void move(String owner, List<Category> after) {
    UUID[] ids = after.stream().map(Category::id).toArray(UUID[]::new);
    sql.update(LEAVE, owner, ids);
    sql.update(
        MOVE, ids, after.stream().map(Category::parent).toArray(UUID[]::new), texts(after, Category::name),
        texts(after, node -> node.path().toString()), texts(after, node -> node.path().key()), owner);
  }

  /** Whether any image is in it, also one in the trash. */
  boolean isUsed(String owner, UUID id) {
    return sql.first(USED, row -> true, owner, id).isPresent();
  }

  void remove(String owner, UUID[] ids) {
    sql.update(REMOVE, owner, ids);
  }

  private static String[] texts(List<Category> nodes, Function<Category, String> text) {
    return nodes.stream().map(text).toArray(String[]::new);
  }

  private Optional<Placed> find(String owner, CategoryPath path) {
    return sql.first(BY_PATH, row -> new Placed(row.getObject("id", UUID.class), row.getString("path")), owner, path.key());
  }

  private static Category category(ResultSet row) throws SQLException {
    CategoryPath path = new CategoryPath(Arrays.asList(row.getString("path").split("/")));
    return new Category(row.getObject("id", UUID.class), row.getObject("parent_id", UUID.class), path, row.getLong("images"));
  }
}
