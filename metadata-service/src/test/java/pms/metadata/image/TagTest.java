package pms.metadata.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.metadata.database.Sql;
import pms.platform.test.PmsPlatform;

/** The words of a library and their counts. */
@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
@QuarkusTestResource(UploadStandIn.class)
class TagTest {

  @Inject ImageFolds folds;
  @Inject Sql sql;

  private Owner owner;

  @BeforeEach
  void newcomer() {
    owner = Owner.create(folds);
  }

  @Test
  void one_word_is_one_tag_in_the_spelling_that_came_first() {
    UUID first = owner.picture(null, "Été");
    UUID second = owner.picture(null, "river");
    owner.edit(second, "{'tags':['ETE','river']}").statusCode(200).body("tags", contains("Été", "river"));
    assertThat(owner.tags()).containsExactly("Été 2", "river 1");
    owner.edit(first, "{'tags':[]}").statusCode(200);
    assertThat(owner.tags()).containsExactly("Été 1", "river 1");
  }

  @Test
  void a_tag_that_nothing_holds_is_gone_and_may_be_spelled_anew() {
    UUID id = owner.picture(null, "Été");
    owner.edit(id, "{'tags':null}").statusCode(200);
    owner.edit(id, "{'tags':['ete']}").statusCode(200).body("tags", contains("ete"));
    assertThat(owner.tags()).containsExactly("ete 1");
  }

  @Test
  void tags_are_listed_page_by_page_and_by_prefix() {
    owner.picture(null, "Zebra", "ébène", "Eagle", "eel", "apple");
    assertThat(owner.page("/api/tags?prefix=É").getList("items.name")).isEqualTo(List.of("Eagle", "ébène", "eel"));
    List<String> seen = new ArrayList<>();
    String next = "";
    while (next != null) {
      JsonPath page = owner.page("/api/tags?limit=2" + (next.isEmpty() ? "" : "&after=" + next));
      seen.addAll(page.getList("items.name"));
      next = page.getString("next");
    }
    assertThat(seen).containsExactly("apple", "Eagle", "ébène", "eel", "Zebra");
  }

  @Test
  void trash_hides_and_purge_forgets() { // D5
    UUID kept = owner.picture(null, "a", "b");
    UUID gone = owner.picture(null, "a", "secret");
    owner.trash(gone, 1);
    assertThat(owner.tags()).containsExactly("a 1", "b 1");
    owner.restore(gone, 2);
    assertThat(owner.tags()).containsExactly("a 2", "b 1", "secret 1");
    owner.purge(gone, 3);
    assertThat(owner.tags()).containsExactly("a 1", "b 1");
    owner.image(kept).body("tags", contains("a", "b"));
  }

  @Test
  void a_renamed_tag_has_another_name_on_every_picture() {
    UUID one = owner.picture(null, "tower", "river");
    UUID two = owner.picture(null, "Tower");
    owner.patch("/api/tags/{name}", "{'name':'Turm'}", "TOWER").statusCode(200).body("name", equalTo("Turm")).body("count", equalTo(2));
    owner.image(one).body("tags", contains("Turm", "river"));
    owner.image(two).body("tags", contains("Turm"));
    assertThat(owner.tags()).containsExactly("river 1", "Turm 2");
  }

  @Test
  void a_tag_renamed_to_another_becomes_one_with_it() {
    UUID both = owner.picture(null, "Car", "auto");
    owner.picture(null, "auto");
    owner.patch("/api/tags/auto", "{'name':'CAR'}").statusCode(200).body("name", equalTo("Car")).body("count", equalTo(2));
    owner.image(both).body("tags", contains("Car"));
    assertThat(owner.tags()).containsExactly("Car 2");
  }

  @Test
  void a_tag_of_many_pictures_is_renamed_by_a_job() {
    UUID id = owner.picture(null, "tower");
    sql.update("UPDATE tag SET holders = 5000 WHERE owner_id = ? AND key = 'tower'", owner.user().id());
    String job = owner.patch("/api/tags/tower", "{'name':'Turm'}").statusCode(202).extract().header("Location");
    assertThat(owner.done(job).getInt("changed")).isEqualTo(1);
    owner.image(id).body("tags", contains("Turm"));
  }

  @Test
  void a_tag_may_be_spelled_otherwise() {
    UUID one = owner.picture(null, "ete");
    UUID two = owner.picture(null, "ETE");
    owner.patch("/api/tags/ete", "{'name':'Été'}").statusCode(200).body("name", equalTo("Été"));
    owner.image(one).body("tags", contains("Été"));
    owner.image(two).body("tags", contains("Été"));
    assertThat(owner.tags()).containsExactly("Été 2");
    String job = owner.page("/api/jobs").getString("items[0].id");
    assertThat(owner.done(owner.post("/api/jobs/" + job + "/undo", "").statusCode(202).extract().header("Location")).getInt("changed")).isEqualTo(2);
    owner.image(one).body("tags", contains("ete"));
    assertThat(owner.tags()).containsExactly("ete 2");
  }

  @Test
  void a_spelling_that_somebody_changed_since_stays() {
    owner.picture(null, "ete");
    owner.patch("/api/tags/ete", "{'name':'Été'}").statusCode(200);
    String job = owner.page("/api/jobs").getString("items[0].id");
    owner.patch("/api/tags/ete", "{'name':'ETE'}").statusCode(200);
    JsonPath undone = owner.done(owner.post("/api/jobs/" + job + "/undo", "").statusCode(202).extract().header("Location"));
    assertThat(undone.getString("failures[0].reason")).isEqualTo("changed since");
    assertThat(owner.tags()).containsExactly("ETE 1");
  }

  @Test
  void a_deleted_tag_is_off_every_picture_and_a_deletion_can_be_taken_back() {
    UUID id = owner.picture(null, "a/b", "x");
    owner.delete("/api/tags/a/b").statusCode(204);
    owner.image(id).body("tags", contains("x"));
    String job = owner.page("/api/jobs").getString("items[0].id");
    owner.done(owner.post("/api/jobs/" + job + "/undo", "").statusCode(202).extract().header("Location"));
    owner.image(id).body("tags", contains("x", "a/b"));
    owner.post("/api/jobs/" + job + "/undo", "").statusCode(409).body("type", equalTo("urn:pms:problem:already-undone"));
  }

  @Test
  void a_drawn_tag_is_marked_and_stays_away_once_somebody_took_it_away() {
    UUID id = owner.picture(null, "river");
    String facts = "{\"tags\":[\"river\"],\"camera\":{\"make\":\"Nikon\"},\"width\":60,\"height\":40}";
    owner.read(id, Found.json(facts));
    owner.image(id).body("tags", contains("river", "Nikon", "landscape")).body("automaticTags", contains("Nikon", "landscape"));
    owner.edit(id, "{'tags':['river','LANDSCAPE']}").statusCode(200).body("tags", contains("river", "landscape"))
        .body("automaticTags", contains("landscape"));
    owner.read(id, Found.json(facts));
    owner.image(id).body("tags", contains("river", "landscape"));
    assertThat(owner.tags()).containsExactly("landscape 1", "river 1");
    owner.patch("/api/tags/landscape", "{'name':'wide'}").statusCode(200);
    owner.read(id, Found.json(facts));
    owner.image(id).body("tags", contains("river", "wide")).body("automaticTags", empty());
  }

  /** A file may bring a hundred words of its own. */
  @Test
  void all_tags_that_are_shown_may_be_sent_back_but_a_hundred_are_typed_at_most() {
    String words = IntStream.range(0, 100).mapToObj(i -> "\"t" + i + "\"").collect(Collectors.joining(","));
    UUID id = owner.picture(null);
    owner.read(id, Found.json("{\"tags\":[" + words + "],\"camera\":{\"make\":\"Nikon\"},\"width\":60,\"height\":40}"));
    List<String> shown = owner.image(id).body("tags", hasSize(102)).extract().jsonPath().getList("tags");
    owner.edit(id, "{'tags':['" + String.join("','", shown) + "']}").statusCode(200).body("tags", hasSize(102)).body("automaticTags", hasSize(2));
    owner.edit(id, "{'tags':['" + String.join("','", shown) + "','more']}").statusCode(400).body("errors[0].field", equalTo("tags"));
    owner.edit(id, "{'tags':['" + String.join("','", shown.subList(0, 101)) + "','more']}").statusCode(400).body("errors[0].field", equalTo("tags"));
    owner.image(id).body("tags", hasSize(102));
  }

  /** The gateway lets no path pass that two could read differently. */
  @Test
  void a_tag_that_no_path_can_name_is_named_by_a_parameter() {
    UUID id = owner.picture(null, "50%", "etc.", "a;b", "AC/DC", "x\\\\y", "..");
    owner.patch("/api/tags?name={name}", "{'name':'half'}", "50%").statusCode(200).body("name", equalTo("half"));
    for (String name : List.of("ETC.", "a;b", "ac/dc", "x\\y", "..")) {
      owner.delete("/api/tags?name={name}", name).statusCode(204);
    }
    owner.image(id).body("tags", contains("half"));
    owner.delete("/api/tags?name=none").statusCode(404);
    owner.delete("/api/tags").statusCode(400).body("errors[0].field", equalTo("name"));
    owner.delete("/api/tags?name=").statusCode(400).body("errors[0].field", equalTo("name"));
    owner.patch("/api/tags", "{'name':'x'}").statusCode(400).body("errors[0].field", equalTo("name"));
    assertThat(owner.tags()).containsExactly("half 1");
  }

  @Test
  void what_is_no_tag_of_ones_own_does_not_exist() { // A4
    Owner other = Owner.create(folds);
    other.picture(null, "theirs");
    owner.patch("/api/tags/theirs", "{'name':'mine'}").statusCode(404);
    owner.delete("/api/tags/theirs").statusCode(404);
    owner.get("/api/tags").statusCode(200).body("items", empty()).body("next", nullValue());
    assertThat(other.tags()).containsExactly("theirs 1");
  }

  @Test
  void bad_input_is_named() {
    owner.picture(null, "a");
    for (String body : List.of("{'name':''}", "{'name':7}", "{}", "{'name':null}", "{'name':'" + "x".repeat(101) + "'}", "{'name':'\\u0000'}")) {
      owner.patch("/api/tags/a", body).statusCode(400).body("errors[0].field", equalTo("name"));
    }
    owner.patch("/api/tags/a", "{'name':'b','count':9}").statusCode(400).body("errors[0].field", equalTo("count")); // A5
    owner.get("/api/tags?limit=1001").statusCode(400).body("errors[0].field", equalTo("limit"));
    owner.get("/api/tags?after=!").statusCode(400).body("errors[0].field", equalTo("after"));
  }
}
