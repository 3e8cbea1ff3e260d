package pms.sharing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pms.contracts.Ids;

/** A1, L1, L3: every kind of link × every operation that a visitor without login can ask for. */
@QuarkusTest
class LinkMatrixTest extends PublicTest {

  private static final String PASSWORD = "open sesame";
  private static final List<String> SITES = List.of("https://blog.example");

  private enum Kind {
    /** Shows pictures and nothing more. */
    PLAIN,
    /** With downloads, comments and a list of pages that may frame it. */
    OPEN,
    /** The same behind a password that was not told. */
    LOCKED,
    /** The same, and the visitor has told it. */
    UNLOCKED,
    /** With a pass from before, as the next. */
    REVOKED,
    EXPIRED,
    /** The one view it had was had by somebody else. */
    USED_UP
  }

  /** method | path | body | status for each {@link Kind}. */
  private static final String TABLE =
      """
      GET  | /api/public/$token                               |                            | 200 200 200 200 404 404 404
      POST | /api/public/$token/unlock                        | {"password":"open sesame"} | 200 200 200 200 404 404 404
      GET  | /api/public/$token/items                         |                            | 200 200 403 200 404 404 404
      GET  | /api/public/$token/albums                        |                            | 200 200 403 200 404 404 404
      GET  | /api/public/$token/zip                           |                            | 404 200 403 200 404 404 404
      GET  | /api/public/$token/comments                      |                            | 404 200 403 200 404 404 404
      POST | /api/public/$token/comments                      | {"name":"a","text":"b"}    | 404 201 403 201 404 404 404
      GET  | /api/public/$token/images/$image                 |                            | 200 200 403 200 404 404 404
      GET  | /api/public/$token/images/$image/thumbnails/small |                           | 200 200 403 200 404 404 404
      GET  | /api/public/$token/images/$image/download        |                            | 404 200 403 200 404 404 404
      GET  | /api/public/$token/images/$image/comments        |                            | 404 200 403 200 404 404 404
      POST | /api/public/$token/images/$image/comments        | {"name":"a","text":"b"}    | 404 201 403 201 404 404 404
      PATCH | /api/public/$token/comments/$comment            | {"text":"c"}               | 404 403 403 403 404 404 404
      DELETE | /api/public/$token/comments/$comment           |                            | 404 403 403 403 404 404 404
      GET  | /api/public/$token/reactions                     |                            | 404 200 403 200 404 404 404
      PUT  | /api/public/$token/reactions/$sign               |                            | 404 204 403 204 404 404 404
      DELETE | /api/public/$token/reactions/$sign             |                            | 404 204 403 204 404 404 404
      PATCH | /api/public/$token/images/$image/comments/$comment | {"text":"c"}            | 404 403 403 403 404 404 404
      DELETE | /api/public/$token/images/$image/comments/$comment |                        | 404 403 403 403 404 404 404
      GET  | /api/public/$token/images/$image/reactions       |                            | 404 200 403 200 404 404 404
      PUT  | /api/public/$token/images/$image/reactions/$sign |                            | 404 204 403 204 404 404 404
      DELETE | /api/public/$token/images/$image/reactions/$sign |                          | 404 204 403 204 404 404 404
      GET  | /api/public/$token/no-mail                       |                            | 404 404 404 404 404 404 404
      POST | /api/public/$token/no-mail                       |                            | 404 404 404 404 404 404 404
      GET  | /s/$token                                        |                            | 200 200 200 200 404 404 404
      POST | /s/$token                                        | password=open%20sesame     | 303 303 303 303 404 404 404
      POST | /s/$token/comments                               | name=a&text=b              | 404 303 303 303 404 404 404
      POST | /s/$token/comments/$comment/delete               | a=b                        | 404 303 303 303 404 404 404
      GET  | /embed/$token                                    |                            | 200 200 404 404 404 404 404
      GET  | /embed/$token.js                                 |                            | 404 200 404 404 404 404 404
      GET  | /oembed?url=$url                                 |                            | 200 200 404 404 404 404 404
      """;

  @TestFactory
  Stream<DynamicTest> each_kind_of_link_opens_what_it_is_meant_to_open() throws SQLException {
    UUID image = picture();
    UUID album = albumWith(image);
    Map<Kind, Visit> visits = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      visits.put(kind, visit(kind, album));
    }
    return TABLE.lines().map(line -> line.split("\\|")).flatMap(row -> Stream.of(Kind.values()).map(kind -> {
      int expected = Integer.parseInt(row[3].strip().split(" ")[kind.ordinal()]);
      String name = row[0].strip() + " " + row[1].strip() + " by a link that is " + kind;
      return DynamicTest.dynamicTest(name, () -> {
        Response answer = visits.get(kind).ask(row[0].strip(), row[1].strip(), row[2].strip(), image);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(expected);
      });
    }));
  }

  @Test
  void no_operation_for_visitors_is_missing_from_the_table() {
    JsonPath description = JsonPath.from(given().accept(ContentType.JSON).get("/q/openapi?format=json").asString());
    Map<String, Map<String, Object>> paths = description.getMap("paths");
    Set<String> there = new TreeSet<>();
    paths.forEach((path, operations) -> operations.keySet().stream()
        .filter(method -> Set.of("get", "post", "put", "patch", "delete").contains(method))
        .filter(_ -> path.matches("/(s|embed|oembed)(/.*)?|/api/public/.*"))
        .forEach(method -> there.add(method.toUpperCase() + " " + path.replaceAll("\\{[^}]*}", "*").replace("thumbnails/*", "thumbnails/small"))));
    Set<String> known = TABLE.lines().map(line -> line.split("\\|"))
        .map(row -> row[0].strip() + " " + row[1].strip().replaceAll("\\?.*", "").replaceAll("\\$\\w+", "*"))
        .collect(Collectors.toSet());
    assertThat(there).isNotEmpty().isEqualTo(known);
  }

  private Visit visit(Kind kind, UUID album) throws SQLException {
    JsonPath link = switch (kind) {
      case PLAIN -> link("album", album);
      case OPEN, REVOKED, EXPIRED -> link("album", album, "allowDownload", true, "allowComments", true, "embedOrigins", SITES);
      case USED_UP -> link("album", album, "allowDownload", true, "allowComments", true, "embedOrigins", SITES, "viewLimit", 1);
      case LOCKED, UNLOCKED ->
          link("album", album, "allowDownload", true, "allowComments", true, "embedOrigins", SITES, "password", PASSWORD);
    };
    String token = token(link);
    String pass = switch (kind) {
      case UNLOCKED -> guest().contentType(ContentType.JSON).body(Map.of("password", PASSWORD)).post(api(token) + "/unlock").path("pass");
      case REVOKED, EXPIRED -> guest().get(api(token)).path("pass");
      default -> null;
    };
    if (kind == Kind.REVOKED) {
      as("alice").delete("/api/links/" + link.getString("id")).then().statusCode(204);
    }
    if (kind == Kind.EXPIRED) {
      query("UPDATE link SET expires_at = now() - interval '1 second' WHERE id = '" + link.getString("id") + "'");
    }
    if (kind == Kind.USED_UP) {
      guest().get(api(token)).then().statusCode(200);
    }
    return new Visit(token, link.getString("url"), pass);
  }

  private record Visit(String token, String url, String pass) {

    Response ask(String method, String path, String body, UUID image) {
      RequestSpecification request = pass == null ? guest() : guestWith(pass);
      if (!body.isEmpty()) {
        request = request.contentType(body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded").body(body);
      }
      String filled = path.replace("$token", token).replace("$url", url).replace("$image", image.toString())
          .replace("$comment", Ids.next().toString()).replace("$sign", "%F0%9F%91%8D");
      return request.urlEncodingEnabled(false).request(method, filled);
    }
  }
}
