package pms.metadata.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.metadata.database.Sql;
import pms.metadata.library.Libraries;
import pms.platform.test.PmsPlatform;

/** The tree of categories and the pictures in it. */
@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
@QuarkusTestResource(UploadStandIn.class)
class CategoryTest {

  @Inject ImageFolds folds;
  @Inject Libraries libraries;
  @Inject Sql sql;

  private Owner owner;

  @BeforeEach
  void newcomer() {
    owner = Owner.create(folds);
  }

  @Test
  void a_tree_is_made_node_by_node_or_by_putting_a_picture_somewhere() {
    String travel = add("Travel", null);
    owner.post("/api/categories", "{'name':'France','parent':'" + travel + "'}").statusCode(201)
        .body("path", equalTo("Travel/France")).body("parent", equalTo(travel)).body("count", equalTo(0));
    UUID id = owner.picture(null);
    owner.edit(id, "{'category':'TRAVEL/france/Paris'}").statusCode(200).body("category", equalTo("Travel/France/Paris"));
    owner.get("/api/categories").statusCode(200)
        .body("items.path", contains("Travel", "Travel/France", "Travel/France/Paris"))
        .body("items.count", contains(0, 0, 1))
        .body("items.total", contains(1, 1, 1));
  }

  @Test
  void a_renamed_category_has_another_path_on_every_picture_and_that_is_announced() {
    UUID id = owner.picture(null);
    owner.edit(id, "{'category':'Travel/France'}").statusCode(200);
    String travel = idOf("Travel");
    owner.patch("/api/categories/" + travel, "{'name':'Reisen'}").statusCode(200).body("path", equalTo("Reisen")).body("job", nullValue());
    owner.image(id).body("category", equalTo("Reisen/France")).header("ETag", "\"3\"");
    await().atMost(Duration.ofSeconds(60)).until(() -> Announcer.metadataOf(id).size() == 3);
    assertThat(Announcer.metadataOf(id).getLast().metadata().category()).isEqualTo("Reisen/France");
  }

  @Test
  void a_subtree_moves_but_not_into_itself() {
    UUID id = owner.picture(null);
    owner.edit(id, "{'category':'A/B/C'}").statusCode(200);
    String family = add("Family", null);
    owner.patch("/api/categories/" + idOf("A/B"), "{'parent':'" + family + "'}").statusCode(200).body("path", equalTo("Family/B"));
    owner.image(id).body("category", equalTo("Family/B/C"));
    owner.patch("/api/categories/" + family, "{'parent':'" + idOf("Family/B/C") + "'}").statusCode(400).body("errors[0].field", equalTo("parent"));
    owner.patch("/api/categories/" + idOf("Family/B"), "{'parent':null,'name':'a'}").statusCode(409);
    owner.patch("/api/categories/" + idOf("Family/B"), "{'parent':null,'name':'Top'}").statusCode(200).body("path", equalTo("Top"));
    owner.image(id).body("category", equalTo("Top/C"));
    undo(1).body("state", equalTo("failed")).body("reason", equalTo("The category was changed or deleted since."));
    owner.edit(id, "{'category':'Top/C/D'}").statusCode(200);
    undo(1).body("state", equalTo("done")).body("changed", equalTo(1));
    owner.image(id).body("category", equalTo("Family/B/C/D"));
    undo(3).body("state", equalTo("done"));
    owner.image(id).body("category", equalTo("A/B/C/D"));
  }

  /** The job before so many others. */
  private ValidatableResponse undo(int before) {
    String job = owner.page("/api/jobs").getString("items[" + before + "].id");
    String undo = owner.post("/api/jobs/" + job + "/undo", "").statusCode(202).extract().header("Location");
    owner.done(undo);
    return owner.get(undo);
  }

  @Test
  void a_category_that_is_not_empty_is_deleted_only_when_that_is_meant_and_its_pictures_stay() {
    UUID id = owner.picture(null);
    owner.edit(id, "{'category':'A/B'}").statusCode(200);
    String top = idOf("A");
    owner.delete("/api/categories/" + top).statusCode(409).body("type", equalTo("urn:pms:problem:category-not-empty"));
    owner.delete("/api/categories/" + idOf("A/B")).statusCode(409);
    owner.delete("/api/categories/" + top + "?recursive=yes").statusCode(400).body("errors[0].field", equalTo("recursive"));
    owner.delete("/api/categories/" + top + "?recursive=true").statusCode(204);
    owner.image(id).body("category", nullValue());
    owner.get("/api/categories").body("items", empty());
    await().atMost(Duration.ofSeconds(60)).until(() -> Announcer.metadataOf(id).size() == 3);
    assertThat(Announcer.metadataOf(id).getLast().metadata().category()).isNull();
    String job = owner.page("/api/jobs").getString("items[0].id");
    owner.done(owner.post("/api/jobs/" + job + "/undo", "").statusCode(202).extract().header("Location"));
    owner.image(id).body("category", equalTo("A/B"));
  }

  @Test
  void a_category_counts_what_is_in_the_library() {
    UUID id = owner.picture(null);
    owner.edit(id, "{'category':'A'}").statusCode(200);
    owner.trash(id, 1);
    owner.get("/api/categories").body("items.count", contains(0));
    owner.delete("/api/categories/" + idOf("A")).statusCode(409);
    owner.restore(id, 2);
    owner.edit(id, "{'category':'B'}").statusCode(200);
    owner.get("/api/categories").body("items.count", contains(0, 1));
    owner.purge(id, 3);
    owner.get("/api/categories").body("items.count", contains(0, 0));
    owner.delete("/api/categories/" + idOf("A")).statusCode(204);
  }

  @Test
  void somebody_elses_category_does_not_exist() { // A4
    Owner other = Owner.create(folds);
    String theirs = other.post("/api/categories", "{'name':'Theirs'}").statusCode(201).extract().jsonPath().getString("id");
    owner.get("/api/categories/" + theirs).statusCode(404);
    owner.patch("/api/categories/" + theirs, "{'name':'x'}").statusCode(404);
    owner.delete("/api/categories/" + theirs + "?recursive=true").statusCode(404);
    owner.post("/api/categories", "{'name':'x','parent':'" + theirs + "'}").statusCode(400).body("errors[0].field", equalTo("parent"));
    String mine = add("Mine", null);
    owner.patch("/api/categories/" + mine, "{'parent':'" + theirs + "'}").statusCode(400).body("errors[0].field", equalTo("parent"));
    assertThat(other.page("/api/categories").getList("items.path")).isEqualTo(List.of("Theirs"));
  }

  @Test
  void bad_input_is_named() {
    for (String body : List.of("{}", "{'name':''}", "{'name':'a/b'}", "{'name':7}", "{'name':'" + "x".repeat(101) + "'}")) {
      owner.post("/api/categories", body).statusCode(400).body("errors[0].field", equalTo("name"));
    }
    owner.post("/api/categories", "{'name':'a','parent':'x'}").statusCode(400).body("errors[0].field", equalTo("parent"));
    owner.post("/api/categories", "{'name':'a','owner':'x'}").statusCode(400).body("errors[0].field", equalTo("owner")); // A5
    add("Twice", null);
    owner.post("/api/categories", "{'name':'TWICE'}").statusCode(409).body("type", equalTo("urn:pms:problem:category-exists"));
  }

  /** The picture waits for whoever changes the tree, and is put into what is there then. */
  @Test
  void no_picture_is_put_into_a_category_that_is_deleted_at_that_moment() throws Exception {
    UUID id = owner.picture(null);
    String before = add("Fleeting", null);
    QuarkusTransaction.begin();
    libraries.lock(owner.user().id());
    sql.update("DELETE FROM category WHERE owner_id = ? AND id = ?", owner.user().id(), UUID.fromString(before));
    try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> edited = others.submit(() -> owner.edit(id, "{'category':'Fleeting'}").statusCode(200));
      others.submit(() -> await().atMost(Duration.ofSeconds(60)).until(this::somebodyWaits)).get();
      QuarkusTransaction.commit();
      edited.get();
    }
    assertThat(idOf("Fleeting")).isNotNull().isNotEqualTo(before);
    owner.image(id).body("category", equalTo("Fleeting"));
    assertThat(owner.page("/api/categories").getInt("items[0].count")).isEqualTo(1);
  }

  private boolean somebodyWaits() {
    String waits = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%library%'";
    return sql.first(waits, _ -> true).isPresent();
  }

  private String add(String name, String parent) {
    String above = parent == null ? "" : ",'parent':'" + parent + "'";
    ValidatableResponse made = owner.post("/api/categories", "{'name':'" + name + "'" + above + "}").statusCode(201);
    String id = made.extract().jsonPath().getString("id");
    assertThat(made.extract().header("Location")).endsWith("/api/categories/" + id);
    return id;
  }

  private String idOf(String path) {
    return owner.page("/api/categories").getString("items.find { it.path == '" + path + "' }.id");
  }
}
