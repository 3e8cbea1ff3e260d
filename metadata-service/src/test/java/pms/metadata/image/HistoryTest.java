package pms.metadata.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.metadata.database.Sql;
import pms.platform.test.PmsPlatform;

/** What was changed of a picture, by whom, and the way back. */
@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
@QuarkusTestResource(UploadStandIn.class)
class HistoryTest {

  @Inject ImageFolds folds;
  @Inject Sql sql;

  private Owner owner;

  @BeforeEach
  void newcomer() {
    owner = Owner.create(folds);
  }

  @Test
  void every_change_is_kept_with_who_when_before_and_after() {
    UUID id = owner.picture("2008-05-30T15:56:01", "tower");
    owner.edit(id, "{'title':'One','rating':3}").statusCode(200);
    owner.edit(id, "{'title':'Two'}").statusCode(200);
    owner.edit(id, "{'title':'Two'}").statusCode(200);
    owner.get("/api/images/" + id + "/history").statusCode(200)
        .body("items", hasSize(3))
        .body("items[0].field", equalTo("title"))
        .body("items[0].before", equalTo("One"))
        .body("items[0].after", equalTo("Two"))
        .body("items[0].by.id", equalTo(owner.user().id()))
        .body("items[0].by.name", equalTo(owner.user().name()))
        .body("items[2].before", nullValue())
        .body("next", nullValue());
    JsonPath page = owner.page("/api/images/" + id + "/history?limit=2");
    owner.get("/api/images/" + id + "/history?limit=2&before=" + page.getString("next")).body("items", hasSize(1)).body("next", nullValue());
  }

  @Test
  void of_many_changes_of_one_revision_at_once_one_counts() throws Exception { // A11
    UUID id = owner.picture(null, "tower");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers = IntStream.range(0, 40).mapToObj(i -> threads.submit(() -> patched(id, "\"1\"", "Title " + i))).toList();
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> answer : answers) {
        statuses.add(answer.get());
      }
      assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
    }
    owner.image(id).header("ETag", "\"2\"");
    owner.get("/api/images/" + id + "/history").body("items", hasSize(1));
  }

  @Test
  void a_change_is_taken_back_alone() {
    UUID id = owner.picture("2008-05-30T15:56:01", "tower");
    owner.edit(id, "{'title':'One','rating':3,'takenAt':{'local':'1999-01-02T03:04:05'},'location':{'latitude':1.5,'longitude':2},'category':'A/B'}").statusCode(200);
    owner.edit(id, "{'title':'Two','category':'C'}").statusCode(200);
    revert(id, "title", "Two").body("title", equalTo("One")).body("rating", equalTo(3)).header("ETag", "\"4\"");
    revert(id, "category", "C").body("category", equalTo("A/B"));
    revert(id, "takenAt", null).body("takenAt.local", equalTo("2008-05-30T15:56:01")).body("takenAt.source", equalTo("exif"));
    revert(id, "location", null).body("location", nullValue());
    assertThat(owner.months()).containsExactly("2008-05 1");
    owner.get("/api/images/" + id + "/history").body("items", hasSize(11));
  }

  @Test
  void a_category_is_taken_back_by_what_it_is_called_now_and_by_its_path_where_it_is_gone() {
    UUID id = owner.picture(null);
    owner.edit(id, "{'category':'A/B'}").statusCode(200);
    owner.edit(id, "{'category':'C'}").statusCode(200);
    String top = owner.page("/api/categories").getString("items.find { it.path == 'A' }.id");
    owner.patch("/api/categories/" + top, "{'name':'Z'}").statusCode(200);
    revert(id, "category", "C").body("category", equalTo("Z/B"));
    owner.edit(id, "{'category':'C'}").statusCode(200);
    owner.delete("/api/categories/" + top + "?recursive=true").statusCode(204);
    revert(id, "category", "C").body("category", equalTo("Z/B"));
  }

  @Test
  void tags_are_taken_back_one_by_one() {
    UUID id = owner.picture(null, "tower");
    owner.edit(id, "{'tags':['tower','river']}").statusCode(200);
    owner.edit(id, "{'tags':['tower','river','sky']}").statusCode(200);
    List<String> entries = owner.page("/api/images/" + id + "/history").getList("items.id");
    owner.post("/api/images/" + id + "/history/" + entries.getLast() + "/revert", "").statusCode(200).body("tags", contains("tower", "sky"));
    assertThat(owner.tags()).containsExactly("sky 1", "tower 1");
  }

  @Test
  void tags_that_follow_from_another_place_are_no_change_of_the_tags() {
    UUID id = owner.picture("2008-01-30T15:56:01", "tower");
    owner.edit(id, "{'location':{'latitude':48.8583,'longitude':2.2945}}").statusCode(200).body("tags", hasItem("winter"));
    assertThat(owner.page("/api/images/" + id + "/history").<String>getList("items.field")).containsExactly("location");
    owner.edit(id, "{'tags':['tower'],'location':{'latitude':-33.8568,'longitude':151.2153}}").statusCode(200).body("tags", contains("tower"));
    revert(id, "location", null).body("tags", contains("tower"));
  }

  @Test
  void where_nobody_had_said_anything_the_file_counts_again() {
    UUID id = owner.picture("2008-05-30T15:56:01");
    owner.edit(id, "{'takenAt':{'local':'1999-01-02T03:04:05'}}").statusCode(200);
    revert(id, "takenAt", null).body("takenAt.local", equalTo("2008-05-30T15:56:01"));
    owner.found(id, "2011-05-30T15:56:01");
    owner.image(id).body("takenAt.local", equalTo("2011-05-30T15:56:01"));
  }

  @Test
  void a_purged_picture_has_no_history_left() { // D5
    UUID id = owner.picture(null);
    owner.edit(id, "{'title':'canary'}").statusCode(200);
    owner.purge(id, 1);
    owner.get("/api/images/" + id + "/history").statusCode(404);
    assertThat(sql.list("SELECT 1 FROM edit_history WHERE owner_id = ?", row -> 1, owner.user().id())).isEmpty();
  }

  @Test
  void what_counts_can_be_downloaded_as_a_sidecar() {
    UUID id = owner.picture("2008-05-30T15:56:01", "tower");
    owner.edit(id, "{'title':'<b>&'}").statusCode(200);
    owner.get("/api/images/" + id + "/sidecar.xmp").statusCode(200)
        .header("Content-Type", containsString("application/rdf+xml"))
        .header("Content-Disposition", equalTo("attachment; filename=\"image.xmp\"; filename*=UTF-8''a.jpg.xmp"))
        .body(containsString("&lt;b&gt;&amp;")).body(containsString("<rdf:li>tower</rdf:li>"));
  }

  @Test
  void somebody_elses_history_does_not_exist() { // A4
    Owner other = Owner.create(folds);
    UUID theirs = other.picture(null);
    other.edit(theirs, "{'title':'x'}").statusCode(200);
    String entry = other.page("/api/images/" + theirs + "/history").getString("items[0].id");
    UUID mine = owner.picture(null);
    owner.get("/api/images/" + theirs + "/history").statusCode(404);
    owner.get("/api/images/" + theirs + "/sidecar.xmp").statusCode(404);
    owner.post("/api/images/" + theirs + "/history/" + entry + "/revert", "").statusCode(404);
    owner.post("/api/images/" + mine + "/history/" + entry + "/revert", "").statusCode(404);
    other.image(theirs).body("title", equalTo("x"));
    owner.get("/api/images/" + mine + "/history?before=x").statusCode(400).body("errors[0].field", equalTo("before"));
  }

  private int patched(UUID id, String revision, String title) {
    return owner.asks().contentType("application/merge-patch+json").header("If-Match", revision)
        .body(("{\"title\":\"" + title + "\"}").getBytes()).patch("/api/images/" + id).statusCode();
  }

  private ValidatableResponse revert(UUID id, String field, String after) {
    JsonPath history = owner.page("/api/images/" + id + "/history");
    String entry = history.getString("items.find { it.field == '" + field + "'" + (after == null ? "" : " && it.after == '" + after + "'") + " }.id");
    return owner.post("/api/images/" + id + "/history/" + entry + "/revert", "").statusCode(200);
  }
}
