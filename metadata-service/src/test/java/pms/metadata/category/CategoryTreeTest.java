package pms.metadata.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pms.kit.problem.Problem;

class CategoryTreeTest {

  private static final UUID TRAVEL = new UUID(0, 1);
  private static final UUID FRANCE = new UUID(0, 2);
  private static final UUID PARIS = new UUID(0, 3);
  private static final UUID FAMILY = new UUID(0, 4);
  private static final CategoryTree TREE =
      new CategoryTree(
          List.of(
              node(TRAVEL, null, "Travel", 1), node(FRANCE, TRAVEL, "Travel/France", 2),
              node(PARIS, FRANCE, "Travel/France/Paris", 4), node(FAMILY, null, "Family", 8)));

  @Test
  void a_moved_subtree_takes_its_children_with_it() {
    assertThat(TREE.moved(FRANCE, FAMILY, "Frankreich")).extracting(node -> node.path().toString())
        .containsExactly("Family/Frankreich", "Family/Frankreich/Paris");
    assertThat(TREE.moved(FRANCE, null, "France")).extracting(Category::parent).containsExactly(null, FRANCE);
    assertThat(TREE.total(TRAVEL)).isEqualTo(7);
  }

  @Test
  void nothing_moves_into_itself() {
    refused(() -> TREE.moved(TRAVEL, PARIS, "Travel"), 400, "parent");
    refused(() -> TREE.moved(TRAVEL, TRAVEL, "Travel"), 400, "parent");
  }

  @Test
  void a_path_that_is_taken_is_refused_in_any_spelling_but_its_own() {
    assertThatThrownBy(() -> TREE.moved(FRANCE, null, "FAMILY")).isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(409));
    assertThatThrownBy(() -> TREE.added(TRAVEL, "françe")).isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(409));
    assertThat(TREE.moved(FRANCE, TRAVEL, "FRANCE").getFirst().path().toString()).isEqualTo("Travel/FRANCE");
  }

  @Test
  void an_unknown_parent_is_no_category_of_yours() {
    refused(() -> TREE.added(new UUID(9, 9), "x"), 400, "parent");
    refused(() -> TREE.moved(PARIS, new UUID(9, 9), "x"), 400, "parent");
  }

  @Test
  void no_category_becomes_deeper_than_ten() {
    CategoryTree deep = new CategoryTree(List.of(
        node(TRAVEL, null, "a/b/c/d/e/f/g/h/i", 0), node(FRANCE, null, "x", 0), node(PARIS, FRANCE, "x/y", 0)));
    assertThat(deep.added(TRAVEL, "j").names()).hasSize(10);
    refused(() -> deep.moved(FRANCE, TRAVEL, "x"), 400, "parent");
  }

  @Test
  void no_path_becomes_longer_than_five_hundred() {
    String name = "\u4E2D".repeat(100);
    String four = String.join("/", name, name, name, name);
    CategoryTree tree = new CategoryTree(List.of(node(TRAVEL, null, four, 0), node(FRANCE, null, "x", 0), node(PARIS, FRANCE, "x/" + "y".repeat(95), 0)));
    assertThat(tree.added(TRAVEL, "y".repeat(96)).toString()).hasSize(500);
    refused(() -> tree.added(TRAVEL, "y".repeat(97)), 400, "name");
    refused(() -> tree.moved(FRANCE, TRAVEL, "x"), 400, "parent");
    refused(() -> tree.moved(FRANCE, null, "z".repeat(405)), 400, "name");
    assertThat(CategoryPath.parse(four)).isPresent();
    assertThat(CategoryPath.parse(four + "/" + name)).isEmpty();
  }

  @Test
  void a_path_is_trimmed_name_by_name() {
    assertThat(CategoryPath.parse(" Travel / South   France ").orElseThrow().toString()).isEqualTo("Travel/South France");
    assertThat(CategoryPath.parse("ÉTÉ/a").orElseThrow().key()).isEqualTo("ete/a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "a//b", "a/", " / a", "a/b/c/d/e/f/g/h/i/j/k"})
  void a_path_of_no_names_is_refused(String text) {
    assertThat(CategoryPath.parse(text)).isEmpty();
  }

  @Test
  void names_are_limited() {
    assertThat(CategoryPath.name("😀".repeat(100))).isPresent();
    assertThat(CategoryPath.name("x".repeat(101))).isEmpty();
    assertThat(CategoryPath.name("a/b")).isEmpty();
    assertThat(CategoryPath.name("a\u0000")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'owner':'x'}", "{'id':'x'}", "{'images':3}", "{'path':'a/b'}"})
  void what_the_server_owns_is_no_field_of_a_request(String json) { // A5
    assertThatThrownBy(() -> CategoryRequest.parse(json.replace('\'', '"').getBytes()))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(json).contains(p.errors().getFirst().field()));
  }

  private static Category node(UUID id, UUID parent, String path, long images) {
    return new Category(id, parent, new CategoryPath(List.of(path.split("/"))), images);
  }

  private static void refused(ThrowingCallable move, int status, String field) {
    assertThatThrownBy(move).isInstanceOfSatisfying(Problem.class, problem -> {
      assertThat(problem.status()).isEqualTo(status);
      assertThat(problem.errors().getFirst().field()).isEqualTo(field);
    });
  }
}
