package pms.metadata.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.contracts.Ids;
import pms.metadata.database.Sql;
import pms.platform.test.PmsPlatform;

/** Libraries from before there was anything to organise (U1). */
@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
@QuarkusTestResource(UploadStandIn.class)
class BacklogTest {

  private static final String BEFORE =
      "INSERT INTO image (owner_id, id, file_name, type, bytes, sha256, uploaded_at, taken_sort, facts, edits, revision)"
          + " VALUES (?, ?, 'a.jpg', 'image/jpeg', 7, 'x', now(), now(), ?::jsonb, ?::jsonb, 3)";

  @Inject ImageFolds folds;
  @Inject Backlog backlog;
  @Inject Sql sql;

  @Test
  void are_counted_and_placed_and_say_what_they_said() {
    Owner owner = Owner.create(folds);
    UUID id = Ids.next();
    sql.update(
        BEFORE, owner.user().id(), id, "{\"tags\":[\"Été\",\"ETE\"],\"takenAt\":{\"local\":\"2008-05-30T15:56:01\",\"source\":\"exif\"}}",
        "{\"category\":{\"value\":\"Travel/France\"},\"favourite\":{\"value\":true}}");
    owner.image(id).body("category", equalTo("Travel/France")).body("tags", contains("Été"));
    backlog.catchUp();
    owner.image(id).body("category", equalTo("Travel/France")).body("favourite", equalTo(true)).header("ETag", "\"4\"");
    await().atMost(Duration.ofSeconds(60)).until(() -> Announcer.metadataOf(id).size() == 1);
    assertThat(owner.tags()).containsExactly("Été 1");
    assertThat(owner.months()).containsExactly("2008-05 1");
    owner.get("/api/categories").body("items.path", contains("Travel", "Travel/France")).body("items.count", contains(0, 1));
    owner.get("/api/timeline/2008-05").body("favourite", contains(true));
    backlog.catchUp();
    assertThat(owner.tags()).containsExactly("Été 1");
  }
}
