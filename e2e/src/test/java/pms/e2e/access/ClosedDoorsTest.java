package pms.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pms.e2e.client.Answer;
import pms.e2e.suite.Library;
import pms.e2e.suite.Listening;
import pms.e2e.suite.Problems;

/** The same table of operations, asked by those who may not, of what is gone, and for what nobody may have. */
class ClosedDoorsTest {
  private static final List<CastMember> OTHERS =
      List.of(CastMember.EDITOR, CastMember.GROUP_MEMBER, CastMember.GRANTEE, CastMember.NOBODY);
  private static final List<CastMember> STRANGERS = List.of(CastMember.STRANGER, CastMember.ADMIN, CastMember.NOBODY);
  private static final List<String> ONLY_THE_SERVERS = List.of(
      "id", "owner", "role", "sha256", "state", "key", "objectKey", "quota", "version", "revision", "createdAt", "identified");
  private static Cast cast;
  private static Matrix matrix;
  private static World whole;
  private static Listening ear;

  @BeforeAll
  static void somebodyListensWhileAWorldIsMade() throws Exception {
    cast = Cast.get();
    matrix = Matrix.read();
    ear = Listening.of(cast.of(CastMember.STRANGER));
    whole = World.of(cast, true);
  }

  @AfterAll
  static void nobodyListensAnyMore() {
    ear.close();
  }

  /** A1: its owner sees it, for everybody else it never was. */
  @Test
  void what_is_in_the_trash_looks_to_all_others_as_if_it_had_never_been() throws Exception {
    World world = World.of(cast, true);
    String path = "/api/images/" + world.id("image");
    assertThat(cast.of(CastMember.OWNER).delete(path).status()).isEqualTo(204);
    isGoneFor(CastMember.VIEWER, world);
    assertThat(toldOfTheImage(world, OTHERS)).isEmpty();
    assertThat(cast.of(CastMember.OWNER).get(path).json().path("trashedAt").asText()).isNotEmpty();
  }

  /** A1. */
  @Test
  void what_is_purged_looks_to_everybody_as_if_it_had_never_been() throws Exception {
    World world = World.of(cast, true);
    assertThat(cast.of(CastMember.OWNER).delete("/api/images/" + world.id("image") + "?purge=true").status()).isEqualTo(204);
    isGoneFor(CastMember.OWNER, world);
    isGoneFor(CastMember.VIEWER, world);
    assertThat(toldOfTheImage(world, OTHERS)).isEmpty();
    assertThat(toldOfTheImage(world, List.of(CastMember.OWNER))).isEmpty();
  }

  /** A2, A4: no byte of an answer, a header or a stream has a word of it, and nothing of it is another than before. */
  @Test
  void strangers_are_told_nothing_and_change_nothing_whatever_they_ask() throws Exception {
    await().atMost(Library.SOON).until(() -> ownersView(whole).equals(ownersView(whole)));
    Map<String, String> before = ownersView(whole);
    List<String> told = new ArrayList<>();
    for (MatrixRow row : rows(row -> !row.path().contains("{token}") && !row.path().startsWith("/api/admin"))) {
      told.addAll(tellsOf(List.of(whole.canary(), whole.albumCanary()), row, whole));
    }
    assertThat(ownersView(whole)).isEqualTo(before);
    // What is for visitors shows the album and its pictures, and says nothing of these.
    for (MatrixRow row : rows(row -> row.path().contains("{token}") || row.operation().startsWith("GET /api/admin"))) {
      told.addAll(tellsOf(List.of(whole.canary()), row, whole));
    }
    told.addAll(found(whole.canary()));
    told.addAll(found(whole.albumCanary()));
    assertThat(told).isEmpty();
    assertThat(ear.text()).doesNotContain(whole.canary(), whole.albumCanary(), whole.id("image"), whole.id("album"));
  }

  /** A2: of a picture that one may see, one is still not told what is its owner's affair, nor does one find it by that. */
  @Test
  void those_who_may_look_are_not_told_what_is_the_owners_affair() throws Exception {
    String image = whole.id("image");
    String alone = " tag:" + whole.canary();
    for (String mine : List.of("is:favourite", "is:archived")) {
      await().atMost(Library.SOON).until(() -> cast.of(CastMember.OWNER).search(mine + alone).text().contains(image));
    }
    List<String> told = new ArrayList<>();
    for (MatrixRow row : rows(row -> row.method().equals("GET") && !row.path().contains("{token}") && !row.path().startsWith("/api/admin"))) {
      for (CastMember other : List.of(CastMember.EDITOR, CastMember.VIEWER, CastMember.GRANTEE)) {
        Answer answer = cast.ask(row, null, other, whole);
        if (answer.text().matches("(?s).*\"(favourite|archived)\" ?: ?true.*")) {
          told.add(row + " by " + other + ": " + answer);
        }
      }
    }
    for (CastMember other : List.of(CastMember.EDITOR, CastMember.VIEWER, CastMember.GRANTEE)) {
      for (String query : List.of("is:favourite", "is:archived", "(is:favourite OR is:archived)")) {
        assertThat(cast.of(other).search(query + alone).text()).as(query).doesNotContain(image);
      }
      await().atMost(Library.SOON).until(() -> cast.of(other).search("-is:favourite" + alone).text().contains(image));
    }
    assertThat(told).isEmpty();
  }

  /** A5: the answer names the field, or the field has no effect because nothing happens at all. */
  @Test
  void what_only_the_server_sets_is_taken_from_no_body() throws Exception {
    List<String> taken = new ArrayList<>();
    for (MatrixRow row : rows(row -> row.body() != null)) {
      CastMember caller = row.path().startsWith("/api/admin") ? CastMember.ADMIN : CastMember.OWNER;
      if (row.allows(caller)) {
        taken.addAll(takenBy(row, caller, whole));
      }
    }
    assertThat(taken).isEmpty();
  }

  private static List<String> takenBy(MatrixRow row, CastMember caller, World world) throws Exception {
    List<String> taken = new ArrayList<>();
    for (String field : ONLY_THE_SERVERS) {
      ObjectNode body = (ObjectNode) Answer.JSON.readTree(world.fill(matrix.body(row)));
      if (!body.has(field)) {
        Answer answer = cast.ask(row, body.put(field, "x").toString(), caller, world);
        if (answer.status() != 400 || !answer.json().path("errors").path(0).path("field").asText().endsWith(field)) {
          taken.add(row + " with " + field + ": " + answer);
        }
      }
    }
    return taken;
  }

  /** Where a picture that is gone gets another answer than one that never was. */
  private static List<String> toldOfTheImage(World world, List<CastMember> callers) throws Exception {
    World never = world.without("image");
    List<String> told = new ArrayList<>();
    for (MatrixRow row : rows(ClosedDoorsTest::isAboutTheImage)) {
      for (CastMember caller : callers) {
        Answer gone = cast.ask(row, matrix.body(row), caller, world);
        Answer nothing = cast.ask(row, matrix.body(row), caller, never);
        if (gone.status() != nothing.status() || !Problems.comparable(gone).equals(Problems.comparable(nothing))) {
          told.add(row + " by " + caller + ": " + gone + " but " + nothing);
        }
      }
    }
    return told;
  }

  /** Jobs of one's own take any id, and tell of each that it is not found. */
  private static boolean isAboutTheImage(MatrixRow row) {
    boolean named = row.body() != null && matrix.body(row).contains("{image}") && row.path().startsWith("/api/albums");
    return named || row.path().contains("{image}");
  }

  private static void isGoneFor(CastMember caller, World world) {
    for (String path : List.of("", "/thumbnails/small", "/original", "/comments")) {
      await(path).atMost(Library.SOON).until(() -> cast.of(caller).get("/api/images/" + world.id("image") + path).status() == 404);
    }
    for (String path : List.of("/api/search/like?id=", "/api/search/similar?id=")) {
      await(path).atMost(Library.SOON).until(() -> cast.of(caller).get(path + world.id("image")).status() == 404);
    }
    String items = world.path("/api/albums/{album}/items");
    await(items).atMost(Library.SOON).until(() -> !cast.of(CastMember.VIEWER).get(items).text().contains(world.id("image")));
    String visited = world.path("/api/public/{token}/images/{image}");
    await(visited).atMost(Library.SOON).until(() -> cast.of(caller).get(visited).status() == 404);
  }

  private static List<String> tellsOf(List<String> canaries, MatrixRow row, World world) throws Exception {
    List<String> told = new ArrayList<>();
    for (CastMember stranger : STRANGERS) {
      if (row.method().equals("GET") || !row.allows(stranger) || namesThings(row)) {
        Answer answer = cast.ask(row, matrix.body(row), stranger, world);
        if (canaries.stream().anyMatch(all(answer)::contains)) {
          told.add(row + " by " + stranger + ": " + answer);
        }
      }
    }
    return told;
  }

  /** Whether its body does; what else a stranger may do is done to what is theirs, and is not done here. */
  private static boolean namesThings(MatrixRow row) {
    return row.body() != null && matrix.body(row).matches(".*\\{[a-z]+}.*");
  }

  /** What a question for it finds; the question itself is only a part of the word, since answers may repeat it. */
  private static List<String> found(String canary) throws Exception {
    List<String> found = new ArrayList<>();
    String part = canary.substring(0, canary.length() - 3);
    for (String path : List.of(
        "/api/search?q=", "/api/search?q=tag:", "/api/search?q=album:", "/api/search?q=-nothing+", "/api/search/suggest?q=", "/api/tags?q=",
        "/api/map?bbox=-180,-90,180,90&zoom=3&q=")) {
      for (CastMember stranger : STRANGERS) {
        Answer answer = cast.ask(HttpRequest.newBuilder(cast.suite().addresses().at(path + part)), stranger);
        if (all(answer).contains(canary)) {
          found.add(path + " by " + stranger + ": " + answer);
        }
      }
    }
    return found;
  }

  private static String all(Answer answer) {
    return new String(answer.bytes(), StandardCharsets.ISO_8859_1) + answer.response().headers().map();
  }

  /** All that hangs on the picture and the album, down to the bytes; not what is told of it a moment later, nor what else is found. */
  private static Map<String, String> ownersView(World world) throws Exception {
    Map<String, String> view = new TreeMap<>();
    for (MatrixRow row : rows(row -> row.operation().matches("GET /api/(images|albums|links|categories)/\\{}.*") && !row.path().matches(".*/(zip|activity|timeline)"))) {
      Answer answer = cast.ask(row, null, CastMember.OWNER, world);
      view.put(row.path(), answer.status() + " " + (answer.ok() ? Arrays.hashCode(answer.bytes()) : ""));
    }
    return view;
  }

  private static List<MatrixRow> rows(Predicate<MatrixRow> which) {
    return matrix.rows().stream().filter(which).toList();
  }
}
