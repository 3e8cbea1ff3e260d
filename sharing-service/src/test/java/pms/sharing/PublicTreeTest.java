package pms.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A link to an album shows the albums inside it, and none beside it. L1 */
@QuarkusTest
class PublicTreeTest extends PublicTest {

  @Test
  void guests_walk_down_and_up_again_and_never_out() {
    UUID image = picture();
    UUID deep = picture();
    UUID outside = picture();
    UUID album = albumWith(image);
    UUID inner = inside(album, "Evening");
    add("alice", inner, List.of(deep));
    UUID sibling = albumWith(outside);
    String token = token(link("album", album));
    guest().get(api(token) + "/albums").then().statusCode(200).body("items.title", equalTo(List.of("Evening")))
        .body("items[0].keySet()", equalTo(java.util.Set.of("id", "parent", "title", "count")));
    guest().get(api(token) + "/items?album=" + inner).then().statusCode(200).body("items.id", equalTo(List.of(deep.toString())));
    guest().get(image(token, deep) + "/thumbnails/small").then().statusCode(200);
    for (UUID foreign : List.of(sibling, UUID.randomUUID())) {
      guest().get(api(token) + "/items?album=" + foreign).then().statusCode(404);
      guest().get(api(token) + "/albums?album=" + foreign).then().statusCode(404);
      assertThat(status("/s/" + token + "?album=" + foreign)).isEqualTo(404);
    }
    assertThat(status(image(token, outside))).isEqualTo(404);
    assertThat(guest().get("/s/" + token).asString()).contains("/s/" + token + "?album=" + inner, "Evening").doesNotContain(deep.toString());
    assertThat(guest().get("/s/" + token + "?album=" + inner).asString()).contains(deep.toString(), ">Back</a>");
    String narrow = token(link("album", inner));
    assertThat(status(image(narrow, image))).isEqualTo(404);
    assertThat(status("/s/" + narrow + "?album=" + album)).isEqualTo(404);
  }

  @Test
  void every_album_inside_can_be_reached_from_the_page_however_many_there_are() throws SQLException {
    UUID album = albumWith();
    query(
        """
        INSERT INTO album (owner_id, id, title, item_count, revision, created_at, changed_at, holder_id, parent_id, path)
        SELECT '%1$s', n.id, 'inner-' || n.number || '.', 0, 1, now(), now(), '%1$s', '%2$s', ARRAY['%2$s', n.id]::uuid[]
          FROM (SELECT uuidv7() AS id, number FROM generate_series(1, 201) number) n
        """.formatted(ALICE, album));
    String page = "/s/" + token(link("album", album));
    Set<String> reached = new HashSet<>();
    for (String path = page; path != null; ) {
      String html = guest().get(path).asString();
      Pattern.compile("inner-\\d+\\.").matcher(html).results().forEach(inner -> reached.add(inner.group()));
      var more = Pattern.compile("href=\"([^\"]+albums=[^\"]+)\"").matcher(html);
      path = more.find() ? more.group(1).replace("&amp;", "&") : null;
    }
    assertThat(reached).hasSize(201);
  }

  private static UUID inside(UUID album, String title) {
    return UUID.fromString(json("alice", Map.of("title", title, "parent", album)).post("/api/albums").then().statusCode(201).extract().path("id"));
  }
}
