package pms.upload.image;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.contracts.Ids;
import pms.contracts.Topics;
import pms.kit.internal.InternalCalls;
import pms.platform.test.PmsPlatform;

/** What metadata-service's jobs do to the trash. */
@QuarkusTest
@TestProfile(SmallLimits.class)
@QuarkusTestResource(value = PmsPlatform.class, initArgs = @ResourceArg(name = "databases", value = "upload"))
class BulkTrashTest {

  @Inject InternalCalls calls;
  @Inject ObjectMapper json;

  private final Api alice = Api.ofNewUser();
  private final UUID job = Ids.next();

  @Test
  void many_go_to_the_trash_once_and_the_others_are_told() { // A4, C3
    String one = alice.uploaded();
    String trashed = alice.uploaded();
    String purged = alice.uploaded();
    String bobs = Api.ofNewUser().uploaded();
    alice.trash(trashed);
    alice.purge(purged);
    for (int again = 0; again < 2; again++) {
      JsonPath answer = move(true, null, one, trashed, purged, bobs);
      assertThat(answer.getList("changed")).containsExactly(one);
      assertThat(answer.getList("unchanged")).containsExactly(trashed);
      assertThat(answer.getList("missing")).containsExactlyInAnyOrder(purged, bobs);
    }
    alice.receipt(one).body("trashed", equalTo(true));
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() ->
        assertThat(Announced.on(Topics.IMAGE_DELETED, one)).extracting(Announced.Event::type).containsExactly("pms.ImageTrashed"));
  }

  @Test
  void what_a_job_moved_is_taken_back_unless_somebody_moved_it_since() {
    String untouched = alice.uploaded();
    String restored = alice.uploaded();
    String trashedAgain = alice.uploaded();
    move(true, null, untouched, restored, trashedAgain);
    alice.restore(restored);
    alice.restore(trashedAgain);
    alice.trash(trashedAgain);
    Map<String, Object> undo = body(false, job, List.of(untouched, restored, trashedAgain));
    undo.put("job", Ids.next());
    JsonPath answer = post(undo).statusCode(200).extract().jsonPath();
    assertThat(answer.getList("changed")).containsExactly(untouched);
    assertThat(answer.getList("unchanged")).containsExactly(restored);
    assertThat(answer.getList("changedSince")).containsExactly(trashedAgain);
  }

  @Test
  void what_cannot_be_is_refused_by_its_name() {
    post(body(true, null, List.of())).statusCode(400).body("errors[0].field", equalTo("ids"));
    post(body(true, null, Collections.nCopies(1_001, Ids.next()))).statusCode(400).body("errors[0].field", equalTo("ids"));
    Map<String, Object> nobodys = body(true, null, List.of(Ids.next()));
    nobodys.remove("owner");
    post(nobodys).statusCode(400).body("errors[0].field", equalTo("owner"));
  }

  /** A9, A10: neither without a seal nor with that of another call, whatever token comes with it. */
  @Test
  void nobody_but_our_services_may() {
    String id = alice.uploaded();
    byte[] body = bytes(body(true, null, List.of(id)));
    for (String seal : List.of("", "1234567890.x", calls.seal("matches", body), calls.seal("bulk trash", new byte[0]))) {
      alice.request().header(InternalCalls.HEADER, seal).contentType("application/json").body(body).post("/internal/images/trash").then()
          .statusCode(401);
    }
    given().contentType("application/json").body(body).post("/internal/images/trash").then().statusCode(401);
    alice.receipt(id).body("trashed", equalTo(false));
  }

  private JsonPath move(boolean trash, UUID undoes, String... ids) {
    return post(body(trash, undoes, List.of(ids))).statusCode(200).extract().jsonPath();
  }

  private Map<String, Object> body(boolean trash, UUID undoes, List<?> ids) {
    Map<String, Object> body = new HashMap<>(Map.of("owner", alice.owner(), "ids", ids, "job", job, "trash", trash));
    if (undoes != null) {
      body.put("undoes", undoes);
    }
    return body;
  }

  private ValidatableResponse post(Map<String, Object> body) {
    byte[] bytes = bytes(body);
    return given().header(InternalCalls.HEADER, calls.seal("bulk trash", bytes)).contentType("application/json").body(bytes)
        .post("/internal/images/trash").then();
  }

  private byte[] bytes(Map<String, Object> body) {
    try {
      return json.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
