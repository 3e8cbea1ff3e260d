package pms.metadata.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.contracts.Ids;
import pms.metadata.database.Sql;
import pms.metadata.input.JsonBody;
import pms.metadata.job.Job;
import pms.metadata.job.JobKind;
import pms.metadata.job.JobSpec;
import pms.metadata.job.Jobs;
import pms.platform.test.PmsPlatform;

/** One change for many pictures: told of, gone on with after a crash, and taken back. */
@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
@QuarkusTestResource(UploadStandIn.class)
@QuarkusTestResource(SearchStandIn.class)
class JobTest {

  @Inject ImageFolds folds;
  @Inject Jobs jobs;
  @Inject Sql sql;

  private Owner owner;

  @BeforeEach
  void newcomer() {
    owner = Owner.create(folds);
  }

  @Test
  void many_pictures_are_changed_and_those_that_cannot_be_are_named() { // A4
    UUID one = owner.picture(null, "a");
    UUID two = owner.picture(null, "b");
    UUID purged = owner.picture(null);
    owner.purge(purged, 1);
    UUID theirs = Owner.create(folds).picture(null, "a");
    UUID never = UUID.randomUUID();
    JsonPath job = bulk(List.of(one, two, purged, theirs, never), "{'tags':{'add':['new'],'remove':['A']},'rating':5,'archived':true,'category':'X/Y'}");
    assertThat(job.getString("state")).isEqualTo("done");
    assertThat(List.of(job.getInt("total"), job.getInt("changed"), job.getInt("unchanged"), job.getInt("failed"))).containsExactly(5, 2, 0, 3);
    assertThat(job.<String>getList("failures.id")).containsExactlyInAnyOrder(purged.toString(), theirs.toString(), never.toString());
    assertThat(job.<String>getList("failures.reason")).containsOnly("not found");
    owner.image(one).body("tags", contains("new")).body("rating", equalTo(5)).body("archived", equalTo(true)).body("category", equalTo("X/Y"));
    owner.image(two).body("tags", contains("b", "new"));
    await().atMost(Duration.ofSeconds(60)).until(() -> Announcer.metadataOf(one).size() == 2);
    assertThat(Announcer.metadataOf(one).getLast().metadata().tags()).containsExactly("new");
    owner.get("/api/jobs").body("items.id", hasItem(job.getString("id")));
  }

  @Test
  void more_pictures_than_one_transaction_takes_are_all_changed_and_counted() {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 450; i++) {
      ids.add(Ids.next());
      owner.arrive(ids.getLast());
    }
    JsonPath job = bulk(ids, "{'tags':{'add':['many']}}");
    assertThat(job.getInt("changed")).isEqualTo(450);
    assertThat(owner.tags()).containsExactly("many 450");
  }

  @Test
  void tags_and_categories_are_taken_back_and_what_was_changed_since_stays() {
    UUID one = owner.picture(null, "a");
    UUID two = owner.picture(null, "a");
    JsonPath job = bulk(List.of(one, two), "{'tags':{'add':['b'],'remove':['a']},'category':'X'}");
    owner.edit(one, "{'tags':['b','own']}").statusCode(200);
    owner.edit(two, "{'category':'Y'}").statusCode(200);
    JsonPath undone = owner.done(owner.post("/api/jobs/" + job.getString("id") + "/undo", "").statusCode(202).extract().header("Location"));
    assertThat(undone.getString("undoes")).isEqualTo(job.getString("id"));
    assertThat(List.of(undone.getInt("changed"), undone.getInt("failed"))).containsExactly(1, 1);
    assertThat(undone.getString("failures[0].reason")).isEqualTo("changed since");
    owner.image(one).body("tags", contains("own", "a")).body("category", equalTo(null));
    owner.image(two).body("tags", contains("b")).body("category", equalTo("Y"));
    owner.post("/api/jobs/" + job.getString("id") + "/undo", "").statusCode(409);
    owner.get("/api/jobs/" + job.getString("id")).body("undoable", equalTo(false)).body("undoneBy", equalTo(undone.getString("id")));
    owner.done(owner.post("/api/jobs/" + undone.getString("id") + "/undo", "").statusCode(202).extract().header("Location"));
    owner.image(one).body("tags", contains("own", "b")).body("category", equalTo("X"));
  }

  @Test
  void a_picture_gets_no_more_tags_by_a_job_than_by_hand() {
    String[] hundred = IntStream.range(0, 100).mapToObj(i -> "t" + i).toArray(String[]::new);
    UUID full = owner.picture(null, hundred);
    UUID free = owner.picture(null, "t1");
    JsonPath more = bulk(List.of(full, free), "{'tags':{'add':['T1','more']},'rating':5}");
    assertThat(more.<String>getList("failures.reason")).containsExactly("more than 100 tags");
    owner.image(full).body("tags", hasSize(100)).body("rating", equalTo(null));
    owner.image(free).body("tags", contains("t1", "more"));
    JsonPath less = bulk(List.of(full), "{'tags':{'remove':['t0']}}");
    assertThat(bulk(List.of(full), "{'tags':{'add':['own']}}").getInt("changed")).isEqualTo(1);
    JsonPath undone = owner.done(owner.post("/api/jobs/" + less.getString("id") + "/undo", "").statusCode(202).extract().header("Location"));
    assertThat(undone.<String>getList("failures.reason")).containsExactly("more than 100 tags");
    String entry = owner.page("/api/images/" + full + "/history").getString("items.find { it.job == '" + less.getString("id") + "' }.id");
    owner.post("/api/images/" + full + "/history/" + entry + "/revert", "").statusCode(409).body("type", equalTo("urn:pms:problem:too-many-tags"));
  }

  @Test
  void pictures_come_back_into_the_category_in_which_they_were_whatever_it_is_called_by_now() {
    UUID one = owner.picture(null);
    UUID two = owner.picture(null);
    bulk(List.of(one, two), "{'category':'Old/Below'}");
    JsonPath job = bulk(List.of(one, two), "{'category':'New'}");
    rename("Old", "Former");
    rename("New", "Latest");
    owner.edit(two, "{'category':'New'}").statusCode(200);
    JsonPath undone = owner.done(owner.post("/api/jobs/" + job.getString("id") + "/undo", "").statusCode(202).extract().header("Location"));
    assertThat(List.of(undone.getInt("changed"), undone.getInt("failed"))).containsExactly(1, 1);
    owner.image(one).body("category", equalTo("Former/Below"));
    owner.image(two).body("category", equalTo("New"));
    owner.get("/api/categories").body("items.path", contains("Former", "Former/Below", "Latest", "New"));
  }

  private void rename(String category, String name) {
    String id = owner.page("/api/categories").getString("items.find { it.path == '" + category + "' }.id");
    owner.patch("/api/categories/" + id, "{'name':'" + name + "'}").statusCode(200);
  }

  /** The undo goes on as well, where its worker died (C2). */
  @Test
  void all_that_a_query_changed_is_taken_back_also_by_who_comes_after_a_crash() {
    UUID one = owner.picture(null);
    UUID two = owner.picture(null);
    owner.edit(two, "{'rating':2,'favourite':true}").statusCode(200);
    SearchStandIn.QUERIES.put("of " + one, new SearchStandIn.Found(owner.user().id(), List.of(one, two)));
    JsonPath job = owner.done(owner.post("/api/images/bulk", "{'query':'of " + one + "','change':{'rating':5,'favourite':false,'archived':true,'category':'Q'}}")
        .statusCode(202).extract().header("Location"));
    Job undo = ofDeadWorker(JobKind.UNDO, JobSpec.bulk(null, null));
    sql.update("UPDATE job SET undoes = ?::uuid, lease_until = now() - interval '1 second' WHERE owner_id = ? AND id = ?",
        UUID.fromString(job.getString("id")), undo.owner(), undo.id());
    JsonPath undone = owner.done("/api/jobs/" + undo.id());
    assertThat(List.of(undone.getInt("total"), undone.getInt("changed"))).containsExactly(2, 2);
    owner.image(one).body("rating", equalTo(null)).body("favourite", equalTo(false)).body("archived", equalTo(false)).body("category", equalTo(null));
    owner.image(two).body("rating", equalTo(2)).body("favourite", equalTo(true)).body("category", equalTo(null));
  }

  @Test
  void a_query_changes_all_of_ones_own_that_it_finds() {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ids.add(owner.picture(null));
    }
    SearchStandIn.QUERIES.put("tag:\"é\" & x", new SearchStandIn.Found(owner.user().id(), ids));
    JsonPath job = owner.done(owner.post("/api/images/bulk", "{'query':'tag:\\'é\\' & x','change':{'favourite':true}}".replace("\\'", "\\\""))
        .statusCode(202).extract().header("Location"));
    assertThat(List.of(job.getInt("total"), job.getInt("changed"), job.getInt("failed"))).containsExactly(5, 5, 0);
    ids.forEach(id -> owner.image(id).body("favourite", equalTo(true)));
  }

  @Test
  void a_query_that_is_wrong_or_cannot_be_asked_makes_no_job() {
    owner.post("/api/images/bulk", "{'query':'bad:x','change':{'favourite':true}}").statusCode(400)
        .body("errors[0].field", equalTo("query")).body("errors[0].message", equalTo("no such field at 1"));
    owner.post("/api/images/bulk", "{'query':'nobody answers','change':{'favourite':true}}").statusCode(503);
    owner.get("/api/jobs").body("items.size()", equalTo(0));
  }

  /** What a killed process leaves: a job of a worker that never comes back, a part of its images done (C2). */
  @Test
  void a_job_whose_worker_died_goes_on_behind_what_was_done() {
    UUID done = owner.picture(null);
    UUID left = owner.picture(null);
    Job job = ofDeadWorker(JobKind.BULK, spec("{\"rating\":4}", null));
    writeDown(job, done, left);
    sql.update("UPDATE job_item SET state = 'changed' WHERE owner_id = ? AND job_id = ? AND image_id = ?", job.owner(), job.id(), done);
    sql.update("UPDATE job SET state = 'RUNNING', changed = 1 WHERE owner_id = ? AND id = ?", job.owner(), job.id());
    await().atMost(Duration.ofSeconds(60)).during(Duration.ofSeconds(2)).until(() -> owner.page("/api/jobs/" + job.id()).getString("state").equals("running"));
    sql.update("UPDATE job SET lease_until = now() - interval '1 second' WHERE owner_id = ? AND id = ?", job.owner(), job.id());
    assertThat(owner.done("/api/jobs/" + job.id()).getInt("changed")).isEqualTo(2);
    owner.image(left).body("rating", equalTo(4));
    owner.image(done).body("rating", equalTo(null));
  }

  /** C2: pages come by id, so what is written down tells how far it came. */
  @Test
  void a_job_whose_worker_died_while_its_query_was_asked_goes_on_with_the_query() {
    List<UUID> ids = List.of(owner.picture(null), owner.picture(null), owner.picture(null), owner.picture(null));
    String query = "cut off " + ids.getFirst();
    SearchStandIn.QUERIES.put(query, new SearchStandIn.Found(owner.user().id(), ids));
    SearchStandIn.AWAY.add(query);
    Job job = ofDeadWorker(JobKind.BULK, spec("{\"rating\":4}", query));
    writeDown(job, ids.getFirst());
    sql.update("UPDATE job SET total = 1, lease_until = now() - interval '1 second' WHERE owner_id = ? AND id = ?", job.owner(), job.id());
    await().atMost(Duration.ofSeconds(60)).until(() -> isPostponed(job));
    owner.image(ids.getFirst()).body("rating", equalTo(null));
    SearchStandIn.AWAY.remove(query);
    sql.update("UPDATE job SET lease_until = now() WHERE owner_id = ? AND id = ?", job.owner(), job.id());
    JsonPath done = owner.done("/api/jobs/" + job.id());
    assertThat(List.of(done.getString("state"), done.getInt("total"), done.getInt("changed"))).containsExactly("done", 4, 4);
    ids.forEach(id -> owner.image(id).body("rating", equalTo(4)));
  }

  @Test
  void somebody_elses_job_does_not_exist() { // A4
    Owner other = Owner.create(folds);
    String theirs = other.post("/api/images/bulk", "{'ids':['" + UUID.randomUUID() + "'],'change':{'rating':1}}").statusCode(202).extract().header("Location");
    other.done(theirs);
    owner.get(theirs).statusCode(404);
    owner.post(theirs + "/undo", "").statusCode(404);
    owner.get("/api/jobs").body("items.size()", equalTo(0));
  }

  @Test
  void bad_input_is_named() {
    owner.post("/api/images/bulk", "{'ids':[],'change':{'rating':1}}").statusCode(400).body("errors[0].field", equalTo("ids"));
    owner.post("/api/images/bulk", "{'ids':['" + UUID.randomUUID() + "'],'change':{'owner':'x'}}").statusCode(400).body("errors[0].field", equalTo("change.owner"));
    owner.get("/api/jobs?limit=0").statusCode(400).body("errors[0].field", equalTo("limit"));
    owner.get("/api/jobs?before=x").statusCode(400).body("errors[0].field", equalTo("before"));
    owner.get("/api/jobs/" + UUID.randomUUID()).statusCode(404);
  }

  private static JobSpec spec(String change, String query) {
    return JobSpec.bulk(JsonBody.parse(change.getBytes()), query);
  }

  /** Nobody goes on with it while that one's lease lasts. */
  private Job ofDeadWorker(JobKind kind, JobSpec spec) {
    return QuarkusTransaction.requiringNew().call(() -> jobs.prepare(owner.user().id(), "me", kind, spec));
  }

  private void writeDown(Job job, UUID... images) {
    sql.update("INSERT INTO job_item (owner_id, job_id, image_id) SELECT ?, ?, * FROM unnest(?)", job.owner(), job.id(), images);
  }

  private boolean isPostponed(Job job) {
    return sql.first(
        "SELECT worker IS NULL AND lease_until > now() FROM job WHERE owner_id = ? AND id = ?", row -> row.getBoolean(1), job.owner(), job.id())
        .orElseThrow();
  }

  private JsonPath bulk(List<UUID> ids, String change) {
    String list = ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
    return owner.done(
        owner.post("/api/images/bulk", "{'ids':[" + list + "],'change':" + change + "}").statusCode(202).extract().header("Location"));
  }
}
