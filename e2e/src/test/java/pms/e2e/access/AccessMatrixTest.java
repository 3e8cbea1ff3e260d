package pms.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pms.e2e.client.Answer;
import pms.e2e.suite.Problems;

/**
 * A1: every operation of the API description for everybody who may have to do with a picture. Who may not learns nothing: the
 * answer is the one to a thing that never was.
 */
class AccessMatrixTest {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head");
  private static final ExecutorService MAKERS = Executors.newFixedThreadPool(3);
  /** Worlds to be used up; they are made while others' rows are asked. */
  private static final Queue<Future<World>> FRESH = new ArrayDeque<>();
  private static Cast cast;
  private static Matrix matrix;
  private static World world;

  @BeforeAll
  static void theCast() throws Exception {
    matrix = Matrix.read();
    cast = Cast.get();
    world = World.of(cast, true);
    for (MatrixRow row : matrix.rows()) {
      for (CastMember caller : CastMember.values()) {
        if (uses(row, caller)) FRESH.add(MAKERS.submit(() -> World.of(cast, false)));
      }
    }
  }

  @AfterAll
  static void noMoreWorlds() {
    MAKERS.shutdownNow();
  }

  @Test
  void every_operation_of_the_description_is_in_the_table() throws Exception {
    Set<String> described = new TreeSet<>();
    var paths = cast.of(CastMember.OWNER).get("/api/openapi", "Accept", "application/json").json().path("paths");
    paths.properties().forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
      if (METHODS.contains(method)) {
        described.add(MatrixRow.operation(method, path.getKey()));
      }
    }));
    assertThat(matrix.rows().stream().map(MatrixRow::operation).collect(Collectors.toSet())).containsAll(described);
  }

  /** A3: whoever may look at a picture may do so in every way, and likewise who may keep it, and who may edit it. */
  @Test
  void all_ways_to_a_picture_are_open_to_the_same_people() {
    agree(
        "GET /api/images/{}", "GET /api/images/{}/metadata", "GET /api/images/{}/thumbnails/{}", "GET /api/images/{}/render",
        "GET /api/images/{}/comments", "POST /api/images/{}/comments", "GET /api/images/{}/reactions", "GET /api/search/like",
        "GET /api/search/similar");
    agree("GET /api/images/{}/original", "GET /api/images/{}/versions/{}/file", "GET /api/albums/{}/zip", "GET /api/albums/{}/items");
    agree(
        "GET /api/images/{}/versions", "GET /api/images/{}/versions/{}", "PATCH /api/images/{}", "POST /api/images/{}/edits/preview",
        "POST /api/images/{}/edits", "POST /api/images/{}/versions/{}/revert");
  }

  private static void agree(String... operations) {
    for (String operation : operations) {
      assertThat(allowed(operation)).as("who may %s and who may %s", operation, operations[0]).isEqualTo(allowed(operations[0]));
    }
  }

  private static Set<CastMember> allowed(String operation) {
    MatrixRow row = matrix.rows().stream().filter(each -> each.operation().equals(operation)).findFirst().orElseThrow();
    return Stream.of(CastMember.values()).filter(row::allows).collect(Collectors.toSet());
  }

  @TestFactory
  Stream<DynamicTest> everybody_gets_what_is_theirs_and_nothing_else() {
    return matrix.rows().stream()
        // What uses things up comes last, so that the shared world stays whole for the others.
        .sorted((a, b) -> Boolean.compare(a.usesUp(), b.usesUp()))
        .flatMap(row -> Stream.of(CastMember.values())
            .sorted((a, b) -> Boolean.compare(row.allows(a), row.allows(b)))
            .map(caller -> DynamicTest.dynamicTest(row + " by " + caller, () -> check(row, caller))));
  }

  private static void check(MatrixRow row, CastMember caller) throws Exception {
    World here = uses(row, caller) ? FRESH.remove().get() : world;
    if (row.path().endsWith("/edits") || row.path().endsWith("/revert")) {
      here.ready();
    }
    Answer answer = ask(row, caller, here);
    List<Integer> expected = row.expected().get(caller);
    assertThat(answer.status()).as("%s by %s: %s", row, caller, answer).isIn(expected);
    if (answer.status() == 404) {
      Answer nothing = ask(row, caller, here.withoutWhatIsForeign(row.path(), matrix.body(row)));
      assertThat(Problems.comparable(answer)).as("%s by %s", row, caller).isEqualTo(Problems.comparable(nothing));
    }
  }

  private static boolean uses(MatrixRow row, CastMember caller) {
    return row.usesUp() && row.allows(caller);
  }

  private static Answer ask(MatrixRow row, CastMember caller, World here) throws Exception {
    return cast.ask(row, matrix.body(row), caller, here);
  }
}
