package pms.metadata.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.contracts.MetadataChanged;
import pms.contracts.MetadataEvent;
import pms.platform.test.PmsPlatform;

/** An announced change says whose doing it was, and of what. */
@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
@QuarkusTestResource(UploadStandIn.class)
@QuarkusTestResource(SharingStandIn.class)
class AuthorTest {

  @Inject ImageFolds folds;

  private Owner owner;
  private UUID id;

  @BeforeEach
  void somebody_with_a_picture() {
    owner = Owner.create(folds);
    id = owner.picture("2008-05-30T15:56:01", "tower");
  }

  @Test
  void a_change_and_its_reversal_are_their_authors() {
    Owner guest = Owner.create(folds);
    SharingStandIn.grant(guest.user().token(), id, "view", "edit");
    owner.edit(id, "{'tags':['tower','river'],'title':'Tower','favourite':true}").statusCode(200);
    guest.edit(id, "{'title':'Ours'}").statusCode(200);
    String last = owner.page("/api/images/" + id + "/history").getString("items[0].id");
    owner.post("/api/images/" + id + "/history/" + last + "/revert", "").statusCode(200);
    owner.purge(id, 1);
    assertThat(told(5)).containsExactly(
        "extracted", owner.user().id() + " [title, tags, favourite]", guest.user().id() + " [title]",
        owner.user().id() + " [title]", "null []");
  }

  @Test
  void what_jobs_do_is_done_by_who_began_them() {
    String job = owner.post("/api/images/bulk", "{'ids':['" + id + "'],'change':{'rating':5,'category':'A'}}").statusCode(202).extract().header("Location");
    owner.done(job);
    owner.done(owner.post(job.replaceAll("^.*/api", "/api") + "/undo", "").statusCode(202).extract().header("Location"));
    owner.patch("/api/tags/tower", "{'name':'Turm'}").statusCode(200);
    owner.patch("/api/tags/turm", "{'name':'TURM'}").statusCode(200);
    assertThat(told(5)).containsExactly(
        "extracted", owner.user().id() + " [category, rating]", owner.user().id() + " [category, rating]",
        owner.user().id() + " [tags]", owner.user().id() + " [tags]");
  }

  private List<String> told(int events) {
    await().atMost(Duration.ofSeconds(60)).until(() -> Announcer.metadataOf(id).size() == events);
    return Announcer.metadataOf(id).stream().map(AuthorTest::shown).toList();
  }

  private static String shown(MetadataEvent event) {
    return event instanceof MetadataChanged changed ? changed.author() + " " + changed.fields() : "extracted";
  }
}
