package pms.metadata.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.contracts.Ids;
import pms.metadata.database.Sql;
import pms.platform.test.PmsPlatform;

/** Bulk changes that other services make: told of and gone on with like all others. */
@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
@QuarkusTestResource(UploadStandIn.class)
@QuarkusTestResource(ProcessingStandIn.class)
class RemoteJobTest {

  @Inject ImageFolds folds;
  @Inject Sql sql;

  private Owner owner;

  @BeforeEach
  void newcomer() {
    owner = Owner.create(folds);
  }

  @Test
  void many_pictures_go_to_the_trash_and_come_back_by_undo() {
    UUID one = there();
    UUID two = there();
    UUID trashed = there();
    UUID never = Ids.next();
    UploadStandIn.TRASH.put(trashed, "by hand");
    JsonPath job = owner.done(start(List.of(one, two, trashed, never), "{'trash':true}"));
    assertThat(counts(job)).containsExactly(4, 2, 1, 1);
    assertThat(job.getString("failures[0].reason")).isEqualTo("not found");
    assertThat(UploadStandIn.TRASH).containsEntry(one, job.getString("id")).containsKey(two);
    JsonPath undone = owner.done(owner.post("/api/jobs/" + job.getString("id") + "/undo", "").statusCode(202).extract().header("Location"));
    assertThat(counts(undone)).containsExactly(2, 2, 0, 0);
    assertThat(UploadStandIn.TRASH).doesNotContainKeys(one, two).containsKey(trashed);
    JsonPath redone = owner.done(owner.post("/api/jobs/" + undone.getString("id") + "/undo", "").statusCode(202).extract().header("Location"));
    assertThat(counts(redone)).containsExactly(2, 2, 0, 0);
    assertThat(UploadStandIn.TRASH).containsKeys(one, two);
    assertThat(counts(owner.done(start(List.of(trashed), "{'trash':false}")))).containsExactly(1, 1, 0, 0);
  }

  /** N1: while the other service is away nothing has failed; the job goes on when it is back. */
  @Test
  void a_job_waits_for_a_service_that_is_away() {
    UUID one = there();
    UploadStandIn.BUSY.set(1);
    String job = start(List.of(one), "{'trash':true}");
    await().atMost(Duration.ofSeconds(60)).until(() -> UploadStandIn.BUSY.get() == 0);
    await().atMost(Duration.ofSeconds(60)).until(() -> {
      sql.update("UPDATE job SET lease_until = now() WHERE owner_id = ? AND worker IS NULL AND finished_at IS NULL", owner.user().id());
      return owner.page(job).getString("finishedAt") != null;
    });
    assertThat(counts(owner.page(job))).containsExactly(1, 1, 0, 0);
  }

  @Test
  void one_recipe_makes_a_version_of_each_picture_or_tells_why_not() {
    UUID one = Ids.next();
    UUID small = Ids.next();
    UUID never = Ids.next();
    ProcessingStandIn.THERE.add(one);
    ProcessingStandIn.SMALL.add(small);
    String edits = "{'edits':{'operations':[{'op':'crop','x':9,'y':0,'width':5,'height':5}],'note':'all alike'}}";
    JsonPath job = owner.done(start(List.of(one, small, never), edits));
    assertThat(counts(job)).containsExactly(3, 1, 0, 2);
    assertThat(job.<String>getList("failures.reason")).containsExactlyInAnyOrder("operations[0].x: too small", "not found");
    assertThat(job.getBoolean("undoable")).isFalse();
    owner.post("/api/jobs/" + job.getString("id") + "/undo", "").statusCode(409).body("type", equalTo("urn:pms:problem:not-undoable"));
    assertThat(ProcessingStandIn.ASKED.get(one)).contains("\"note\":\"all alike\"", owner.user().id(), job.getString("id"));
  }

  @Test
  void edits_that_can_be_done_to_no_picture_make_no_job() {
    owner.post("/api/images/bulk", body(List.of(Ids.next()), "{'edits':{'operations':[{'op':'spin'}]}}")).statusCode(400)
        .body("errors[0].field", equalTo("change.edits.operations[0].op"));
    for (String note : List.of("huge", "n".repeat(RemoteChange.LONGEST))) {
      owner.post("/api/images/bulk", body(List.of(Ids.next()), "{'edits':{'operations':[],'note':'" + note + "'}}")).statusCode(400)
          .body("errors[0].field", equalTo("change.edits"));
    }
    owner.get("/api/jobs").body("items.size()", equalTo(0));
  }

  @Test
  void a_question_that_is_refused_ends_the_job() {
    UUID one = Ids.next();
    ProcessingStandIn.THERE.add(one);
    String job = start(List.of(one), "{'edits':{'operations':[],'note':'refused later'}}");
    assertThat(counts(owner.done(job))).containsExactly(1, 0, 0, 1);
  }

  private static UUID there() {
    UUID id = Ids.next();
    UploadStandIn.THERE.add(id);
    return id;
  }

  private String start(List<UUID> ids, String change) {
    return owner.post("/api/images/bulk", body(ids, change)).statusCode(202).extract().header("Location");
  }

  private static String body(List<UUID> ids, String change) {
    String list = ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
    return "{'ids':[" + list + "],'change':" + change + "}";
  }

  private static List<Integer> counts(JsonPath job) {
    return List.of(job.getInt("total"), job.getInt("changed"), job.getInt("unchanged"), job.getInt("failed"));
  }
}
