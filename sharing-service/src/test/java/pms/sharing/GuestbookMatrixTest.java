package pms.sharing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pms.contracts.Ids;
import pms.platform.test.TestUser;

/** Every caller × every operation on links, comments, reactions and what guests have: the status each gets. A1, A4, X5 */
@QuarkusTest
class GuestbookMatrixTest extends PublicTest {

  private static final List<String> CALLERS =
      List.of("owner", "editor", "contributor", "viewer", "group", "grantee", "other", "admin", "nobody");

  /** method | path | body | status for each of {@link #CALLERS}. The comments are the viewer's, the link is the owner's. */
  private static final String TABLE =
      """
      GET    | /api/albums/$album/comments                    |                    | 200 200 200 200 200 404 404 404 401
      POST   | /api/albums/$album/comments                    | {"text":"a"}       | 201 201 201 201 201 404 404 404 401
      PATCH  | /api/albums/$album/comments/$words             | {"text":"b"}       | 403 403 403 200 403 404 404 404 401
      DELETE | /api/albums/$album/comments/$words             |                    | 204 403 403 204 403 404 404 404 401
      GET    | /api/albums/$album/reactions                   |                    | 200 200 200 200 200 404 404 404 401
      PUT    | /api/albums/$album/reactions/$sign             |                    | 204 204 204 204 204 404 404 404 401
      DELETE | /api/albums/$album/reactions/$sign             |                    | 204 204 204 204 204 404 404 404 401
      GET    | /api/images/$image/comments                    |                    | 200 200 200 200 200 200 404 404 401
      POST   | /api/images/$image/comments                    | {"text":"a"}       | 201 201 201 201 201 201 404 404 401
      PATCH  | /api/images/$image/comments/$others            | {"text":"b"}       | 403 403 403 200 403 403 404 404 401
      DELETE | /api/images/$image/comments/$others            |                    | 204 403 403 204 403 403 404 404 401
      GET    | /api/images/$image/reactions                   |                    | 200 200 200 200 200 200 404 404 401
      PUT    | /api/images/$image/reactions/$sign             |                    | 204 204 204 204 204 204 404 404 401
      DELETE | /api/images/$image/reactions/$sign             |                    | 204 204 204 204 204 204 404 404 401
      GET    | /api/notifications                             |                    | 200 200 200 200 200 200 200 200 401
      GET    | /api/links                                     |                    | 200 200 200 200 200 200 200 200 401
      GET    | /api/links?album=$album                        |                    | 200 403 403 403 403 404 404 404 401
      GET    | /api/links?image=$image                        |                    | 200 404 404 404 404 404 404 404 401
      POST   | /api/links                                     | {"album":"$album"} | 201 403 403 403 403 404 404 404 401
      POST   | /api/links                                     | {"image":"$image"} | 201 404 404 404 404 404 404 404 401
      GET    | /api/links/$link                               |                    | 200 404 404 404 404 404 404 404 401
      PATCH  | /api/links/$link                               | {"slug":"rome"}    | 200 404 404 404 404 404 404 404 401
      DELETE | /api/links/$link                               |                    | 204 404 404 404 404 404 404 404 401
      GET    | /api/public/$token                             |                    | 200 200 200 200 200 200 200 200 200
      POST   | /api/public/$token/unlock                      | {"password":"a"}   | 200 200 200 200 200 200 200 200 200
      GET    | /api/public/$token/items                       |                    | 200 200 200 200 200 200 200 200 200
      GET    | /api/public/$token/albums                      |                    | 200 200 200 200 200 200 200 200 200
      GET    | /api/public/$token/zip                         |                    | 200 200 200 200 200 200 200 200 200
      GET    | /api/public/$token/comments                    |                    | 200 200 200 200 200 200 200 200 200
      POST   | /api/public/$token/comments                    | {"name":"a","text":"b"} | 201 201 201 201 201 201 201 201 201
      GET    | /api/public/$token/images/$foreign             |                    | 404 404 404 404 404 404 404 404 404
      GET    | /api/public/$token/images/$foreign/thumbnails/small |               | 404 404 404 404 404 404 404 404 404
      GET    | /api/public/$token/images/$foreign/download    |                    | 404 404 404 404 404 404 404 404 404
      GET    | /api/public/$token/images/$foreign/comments    |                    | 404 404 404 404 404 404 404 404 404
      POST   | /api/public/$token/images/$foreign/comments    | {"name":"a","text":"b"} | 404 404 404 404 404 404 404 404 404
      PATCH  | /api/public/$token/comments/$words             | {"text":"b"}       | 403 403 403 403 403 403 403 403 403
      DELETE | /api/public/$token/comments/$words             |                    | 403 403 403 403 403 403 403 403 403
      GET    | /api/public/$token/reactions                   |                    | 200 200 200 200 200 200 200 200 200
      PUT    | /api/public/$token/reactions/$sign             |                    | 204 204 204 204 204 204 204 204 204
      DELETE | /api/public/$token/reactions/$sign             |                    | 204 204 204 204 204 204 204 204 204
      PATCH  | /api/public/$token/images/$foreign/comments/$others | {"text":"b"}  | 404 404 404 404 404 404 404 404 404
      DELETE | /api/public/$token/images/$foreign/comments/$others |               | 404 404 404 404 404 404 404 404 404
      GET    | /api/public/$token/images/$foreign/reactions   |                    | 404 404 404 404 404 404 404 404 404
      PUT    | /api/public/$token/images/$foreign/reactions/$sign |                | 404 404 404 404 404 404 404 404 404
      DELETE | /api/public/$token/images/$foreign/reactions/$sign |                | 404 404 404 404 404 404 404 404 404
      GET    | /api/public/$token/no-mail                     |                    | 404 404 404 404 404 404 404 404 404
      POST   | /api/public/$token/no-mail                     |                    | 404 404 404 404 404 404 404 404 404
      GET    | /s/$token                                      |                    | 200 200 200 200 200 200 200 200 200
      POST   | /s/$token                                      | {"password":"a"}   | 415 415 415 415 415 415 415 415 415
      POST   | /s/$token/comments                             | {"text":"a"}       | 415 415 415 415 415 415 415 415 415
      POST   | /s/$token/comments/$words/delete               | {"text":"a"}       | 415 415 415 415 415 415 415 415 415
      GET    | /embed/$token                                  |                    | 200 200 200 200 200 200 200 200 200
      GET    | /embed/$token.js                               |                    | 404 404 404 404 404 404 404 404 404
      GET    | /api/notifications/settings                    |                    | 200 200 200 200 200 200 200 200 401
      PATCH  | /api/notifications/settings                    | {"pictures":true}  | 200 200 200 200 200 200 200 200 401
      GET    | /oembed?url=$token                             |                    | 404 404 404 404 404 404 404 404 404
      """;

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
    Map<String, Object> names = furnish(world);
    String before = fingerprint(world);
    Response answer = send(user, method, filled(path, names), filled(body, names));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    if (status >= 400) {
      assertThat(fingerprint(world)).isEqualTo(before);
    }
    if (status == 404) {
      Map<String, Object> none = names(World.nowhere());
      assertThat(telling(answer)).isEqualTo(telling(send(user, method, filled(path, none), filled(body, none))));
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
        .filter(method -> path.matches("/(s|embed|oembed)(/.*)?|/api/(links|public|notifications).*|/api/.*/(comments|reactions).*"))
        .forEach(method -> there.add(method.toUpperCase() + " " + path.replaceAll("\\{[^}]*}", "*").replace("/thumbnails/*", "/thumbnails/small"))));
    assertThat(there).isNotEmpty().isEqualTo(known);
  }

  /** Two comments of the viewer and a link of the owner. */
  private Map<String, Object> furnish(World world) throws SQLException {
    Map<String, Object> names = names(world);
    String owner = Cast.get().owner.id();
    String comment = "INSERT INTO comment (owner_id, thing_id, id, album_id, author_id, text, created_at) VALUES ('%s', '%s', '%s', %s, '%s', 'said', now())";
    query(comment.formatted(owner, world.album, names.get("words"), "'" + world.album + "'", Cast.get().viewer.id()));
    query(comment.formatted(owner, world.image, names.get("others"), "NULL", Cast.get().viewer.id()));
    query(
        """
        INSERT INTO link (owner_id, id, album_id, created_by, token_hash, allow_download, show_metadata, allow_comments, embed_origins, revision, created_at)
        VALUES ('%s', '%s', '%s', '%s', sha256('%s'), true, true, true, '', 1, now())
        """
            .formatted(owner, names.get("link"), world.album, owner, names.get("token")));
    return names;
  }

  private static Map<String, Object> names(World world) {
    Map<String, Object> names = new HashMap<>();
    names.put("album", world.album);
    names.put("image", world.image);
    for (String fresh : List.of("words", "others", "link", "foreign")) {
      names.put(fresh, Ids.next());
    }
    names.put("token", UUID.randomUUID().toString().replace("-", ""));
    names.put("sign", "%F0%9F%91%8D");
    return names;
  }

  private String fingerprint(World world) throws SQLException {
    return world.fingerprint(database)
        + query("SELECT string_agg(c::text, '' ORDER BY id) FROM comment c WHERE thing_id IN ('%s', '%s')".formatted(world.album, world.image))
        + query("SELECT string_agg(r::text, '' ORDER BY r::text) FROM reaction r WHERE thing_id IN ('%s', '%s')".formatted(world.album, world.image))
        + query("SELECT string_agg(id || slug || revision, '' ORDER BY id) FROM link WHERE album_id = '%s' OR image_id = '%s'".formatted(world.album, world.image));
  }

  private static Response send(TestUser user, String method, String path, String body) {
    RequestSpecification request = user == null ? guest() : as(user).header("X-Forwarded-For", "10.5." + (int) (Math.random() * 250) + ".1");
    if (!body.isEmpty()) {
      request = request.contentType(ContentType.JSON).body(body);
    }
    return request.urlEncodingEnabled(false).request(method, path);
  }

  private static String filled(String text, Map<String, Object> names) {
    String filled = text;
    for (Map.Entry<String, Object> name : names.entrySet()) {
      filled = filled.replace("$" + name.getKey(), name.getValue().toString());
    }
    return filled;
  }

  private static String shape(String path) {
    return path.replaceAll("\\?.*", "").replaceAll("\\$\\w+", "*");
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
