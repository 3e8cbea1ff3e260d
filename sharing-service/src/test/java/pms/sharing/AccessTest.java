package pms.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pms.contracts.Ids;
import pms.contracts.ImageTrashed;

@QuarkusTest
class AccessTest extends SharingTest {

  @ParameterizedTest
  @ValueSource(strings = {"view", "download", "edit"})
  void the_owner_may_and_nobody_else(String right) {
    UUID image = images(1).getFirst();
    asked("alice", image, right, true);
    asked("bob", image, right, false);
    asked("admin", image, right, false);
  }

  @Test
  void nobody_may_see_what_is_not_there() {
    asked("alice", Ids.next(), "view", false);
  }

  @Test
  void an_owner_may_still_see_what_is_in_the_trash() {
    UUID image = images(1).getFirst();
    happened(new ImageTrashed(image, ALICE, 1, Instant.now()));
    images(1);
    assertThat(mayView("alice", image)).isTrue();
  }

  @Test
  void a_right_that_does_not_exist_is_refused_by_name() {
    as("alice").get("/internal/access/" + Ids.next() + "?right=own").then()
        .statusCode(400)
        .body("errors.field", contains("right"));
  }

  private static void asked(String user, UUID image, String right, boolean allowed) {
    as(user).get("/internal/access/" + image + "?right=" + right).then().statusCode(200).body("allowed", equalTo(allowed));
  }
}
