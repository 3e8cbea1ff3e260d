package pms.processing.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pms.contracts.ThumbnailsFailed;
import pms.processing.ServiceTest;

/** A3: what an edit cuts off stays off for those who only see the picture, also when the edit cannot be rendered. */
@QuarkusTest
class FailedEditTest extends ServiceTest {

  private static final String CROP = "[{\"op\":\"crop\",\"x\":0,\"y\":0,\"width\":9,\"height\":9}]";

  @Inject RedoQueue queue;

  @ParameterizedTest
  @ValueSource(strings = {"a", "b"})
  void what_came_before_a_failed_edit_is_not_shown_to_others(String right) {
    UUID id = failed(right);
    for (int again = 0; again < 2; again++) {
      get("bob", id, "large").then().statusCode(404);
      as("bob").get(thumbnail(id, "large") + "?version=1").then().statusCode(404);
      as("bob").get(image(id) + "/render?w=50").then().statusCode(422);
      as("bob").get(image(id) + "/render?w=50&version=1").then().statusCode(404);
      // Nor while somebody has it rendered once more.
      queue.addFailed();
    }
  }

  @Test
  void who_only_sees_it_is_told_why() {
    get("bob", failed("b"), "large").then().statusCode(404).body("type", equalTo("urn:pms:problem:thumbnail-failed"));
  }

  @Test
  void its_owner_and_editors_see_it_as_it_was() {
    UUID id = failed("c");
    get("alice", id, "large").then().statusCode(200);
    get("bob", id, "large").then().statusCode(200);
    as("bob").get(thumbnail(id, "large") + "?version=1").then().statusCode(200);
  }

  /** The second version cannot be rendered, since the file is lost. */
  private UUID failed(String right) {
    UUID id = ready(withLastDigit(right.charAt(0)), PICTURE);
    get("bob", id, "large").then().statusCode(200);
    store(id, new byte[PICTURE.length]);
    edit("alice", id, CROP).then().statusCode(201);
    assertThat(told(id, 2)).isInstanceOf(ThumbnailsFailed.class);
    return id;
  }
}
