package pms.sharing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pms.platform.test.TestUser;

/** Every caller × every operation on albums, members, items, grants and trails: the status each gets. A1, A4, X5 */
@QuarkusTest
class MatrixTest extends SharingTest {

  private static final List<String> CALLERS =
      List.of("owner", "editor", "contributor", "viewer", "group", "grantee", "other", "admin", "nobody");

  private static final Set<String> MEMBERS = Set.of("owner", "editor", "contributor", "viewer", "group");

  private static final String GUESTBOOK = ".*(comments|reactions|links?|embed|notifications|mentions|moderation|public)(/.*|$)";

  /** method | path | body | status for each of {@link #CALLERS}. */
  private static final String TABLE =
      """
      POST   | /api/albums                                    | {"title":"a"}                                    | 201 201 201 201 201 201 201 201 401
      POST   | /api/albums                                    | {"title":"a","parent":"$album"}                  | 201 201 403 403 403 404 404 404 401
      GET    | /api/albums                                    |                                                  | 200 200 200 200 200 200 200 200 401
      GET    | /api/albums?parent=$album                      |                                                  | 200 200 200 200 200 404 404 404 401
      GET    | /api/albums/$album                             |                                                  | 200 200 200 200 200 404 404 404 401
      PATCH  | /api/albums/$album                             | {"title":"b"}                                    | 200 200 403 403 403 404 404 404 401
      PATCH  | /api/albums/$album                             | {"cover":"$image"}                               | 200 200 403 403 403 404 404 404 401
      PATCH  | /api/albums/$album                             | {"parent":"$ownAlbum"}                           | 200 403 403 403 403 404 404 404 401
      PATCH  | /api/albums/$album                             | {"parent":null}                                  | 200 403 403 403 403 404 404 404 401
      PATCH  | /api/albums/$ownAlbum                          | {"parent":"$album"}                              | 200 200 403 403 403 404 404 404 401
      PATCH  | /api/albums/$ownAlbum                          | {"cover":"$image"}                               | 404 404 404 404 404 404 404 404 401
      DELETE | /api/albums/$album                             |                                                  | 204 403 403 403 403 404 404 404 401
      GET    | /api/albums/$album/items                       |                                                  | 200 200 200 200 200 404 404 404 401
      POST   | /api/albums/$album/items                       | {"ids":["$ownImage"]}                            | 200 200 200 403 403 404 404 404 401
      POST   | /api/albums/$album/items                       | {"ids":["$image"]}                               | 200 404 404 403 403 404 404 404 401
      POST   | /api/albums/$ownAlbum/items                    | {"ids":["$contributed"]}                         | 404 404 200 404 404 404 404 404 401
      POST   | /api/albums/$album/items/remove                | {"ids":["$contributed"]}                         | 204 204 204 403 403 404 404 404 401
      DELETE | /api/albums/$album/items/$image                |                                                  | 204 204 403 403 403 404 404 404 401
      POST   | /api/albums/$album/items/order                 | {"ids":["$contributed"],"before":"$image"}       | 204 204 403 403 403 404 404 404 401
      GET    | /api/albums/$album/members                     |                                                  | 200 200 200 200 200 404 404 404 401
      POST   | /api/albums/$album/members                     | {"subject":"user:newcomer","role":"viewer"}      | 201 403 403 403 403 404 404 404 401
      POST   | /api/albums/$album/members                     | {"subject":"user:$viewer","role":"owner"}        | 200 403 403 403 403 404 404 404 401
      PATCH  | /api/albums/$album/members/user:$viewer        | {"role":"editor"}                                | 200 403 403 403 403 404 404 404 401
      DELETE | /api/albums/$album/members/user:$viewer        |                                                  | 204 403 403 204 403 404 404 404 401
      GET    | /api/albums/$album/zip                         |                                                  | 200 200 200 200 200 404 404 404 401
      DELETE | /api/albums/$album/members/user:me             |                                                  | 409 204 204 204 409 404 404 404 401
      POST   | /api/albums/$album/owner                       | {"subject":"user:$editor"}                       | 204 403 403 403 403 404 404 404 401
      GET    | /api/albums/$album/audit                       |                                                  | 200 403 403 403 403 404 404 404 401
      GET    | /api/albums/$album/activity                    |                                                  | 200 200 200 200 200 404 404 404 401
      GET    | /api/activity                                  |                                                  | 200 200 200 200 200 200 200 200 401
      GET    | /api/albums/$album/guest-pictures              |                                                  | 200 403 403 403 403 404 404 404 401
      GET    | /api/albums/$album/guest-pictures/$image/file  |                                                  | 404 403 403 403 403 404 404 404 401
      POST   | /api/albums/$album/guest-pictures/$image/accept |                                                  | 404 403 403 403 403 404 404 404 401
      DELETE | /api/albums/$album/guest-pictures/$image       |                                                  | 404 403 403 403 403 404 404 404 401
      GET    | /api/images/$image/grants                      |                                                  | 200 404 404 404 404 404 404 404 401
      POST   | /api/images/$image/grants                      | {"subject":"user:newcomer","right":"view"}       | 201 404 404 404 404 404 404 404 401
      DELETE | /api/images/$image/grants/$grant               |                                                  | 204 404 404 404 404 404 404 404 401
      GET    | /api/images/$image/audit                       |                                                  | 200 404 404 404 404 404 404 404 401
      GET    | /api/admin/sharing/audit                       |                                                  | 403 403 403 403 403 403 403 200 401
      """;

  @Inject DataSource database;

  static Stream<Arguments> cells() {
    return TABLE.lines().map(line -> line.split("\\|")).flatMap(row -> {
      List<String> status = List.of(row[3].strip().split(" "));
      return CALLERS.stream()
          .map(caller -> Arguments.of(caller, row[0].strip(), row[1].strip(), row[2].strip(), Integer.parseInt(status.get(CALLERS.indexOf(caller)))));
    });
  }

  @ParameterizedTest(name = "{0} {1} {2} {3} → {4}")
  @MethodSource("cells")
  void each_caller_gets_the_tables_answer(String caller, String method, String path, String body, int status) throws SQLException {
    TestUser user = Cast.get().who(caller);
    World world = World.make(database, Cast.get(), user == null ? null : user.id());
    String before = world.fingerprint(database);
    Response answer = send(user, world, method, path, body);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    if (status >= 400) {
      assertThat(world.fingerprint(database)).isEqualTo(before);
    }
    if (status == 404) {
      World nowhere = World.without(world, MEMBERS.contains(caller));
      assertThat(telling(answer)).isEqualTo(telling(send(user, nowhere, method, path, body)));
    }
  }

  @Test
  void no_operation_is_missing_from_the_table() {
    Map<String, Map<String, Object>> paths =
        JsonPath.from(given().accept(ContentType.JSON).get("/q/openapi?format=json").asString()).getMap("paths");
    Set<String> known = new TreeSet<>();
    TABLE.lines().map(line -> line.split("\\|")).forEach(row -> known.add(row[0].strip() + " " + shape(row[1].strip())));
    Set<String> there = new TreeSet<>();
    paths.forEach((path, operations) -> operations.keySet().stream()
        .filter(method -> Set.of("get", "post", "put", "patch", "delete").contains(method))
        .filter(method -> path.matches("/api/(albums|activity|images|admin/sharing/audit).*") && !path.matches(GUESTBOOK))
        .forEach(method -> there.add(method.toUpperCase() + " " + path.replaceAll("\\{[^}]*}", "*"))));
    assertThat(there).isNotEmpty().isEqualTo(known);
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void the_other_services_are_told_the_same(String caller, String right, boolean allowed) throws SQLException {
    TestUser user = Cast.get().who(caller);
    World world = World.make(database, Cast.get(), user.id());
    Response one = as(user).get("/internal/access/" + world.image + "?right=" + right);
    assertThat(one.<Boolean>path("allowed")).isEqualTo(allowed);
    Response many = json(user, Map.of("ids", List.of(world.image, World.nowhere().image, world.ownImage), "right", right)).post("/internal/access");
    assertThat(many.<List<String>>path("allowed")).hasSize(allowed ? 2 : 1).contains(world.ownImage.toString());
    assertThat(as(user).get("/internal/access/" + World.nowhere().image + "?right=" + right).<Boolean>path("allowed")).isFalse();
  }

  static Stream<Arguments> decisions() {
    Map<String, Set<String>> yes =
        Map.of(
            "view", Set.of("owner", "editor", "contributor", "viewer", "group", "grantee"),
            "download", Set.of("owner", "editor", "contributor", "viewer", "group"),
            "edit", Set.of("owner", "editor"));
    return yes.entrySet().stream().flatMap(row -> CALLERS.stream()
        .filter(caller -> !caller.equals("nobody"))
        .map(caller -> Arguments.of(caller, row.getKey(), row.getValue().contains(caller))));
  }

  private static Response send(TestUser user, World world, String method, String path, String body) {
    RequestSpecification request = user == null ? given() : as(user);
    if (!body.isEmpty()) {
      request = request.contentType(ContentType.JSON).body(filled(body, world));
    }
    return request.urlEncodingEnabled(false).request(method, filled(path, world));
  }

  private static String filled(String text, World world) {
    return text.replace("$album", world.album.toString())
        .replace("$ownAlbum", world.ownAlbum.toString())
        .replace("$ownImage", world.ownImage.toString())
        .replace("$image", world.image.toString())
        .replace("$contributed", world.contributed.toString())
        .replace("$grant", world.grant.toString())
        .replace("$viewer", Cast.get().viewer.name())
        .replace("$editor", Cast.get().editor.name());
  }

  private static String shape(String path) {
    return path.replaceAll("\\?.*", "").replaceAll("\\$\\w+", "*").replaceAll("user:(\\*|me)", "*");
  }

  /** All of an answer that could tell something: not where it was asked, nor under which trace. */
  private static Map<String, Object> telling(Response answer) {
    Map<String, Object> body = new HashMap<>(answer.jsonPath().getMap(""));
    body.keySet().removeAll(Set.of("instance", "trace"));
    body.put("(status)", answer.statusCode());
    body.put("(type)", answer.contentType());
    return body;
  }
}
