package pms.metadata.image;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.platform.test.PmsPlatform;

/** What somebody sees of, and says about, a picture of somebody else. */
@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
@QuarkusTestResource(UploadStandIn.class)
@QuarkusTestResource(SharingStandIn.class)
class OthersEyesTest {

  @Inject ImageFolds folds;

  private Owner owner;
  private Owner guest;
  private UUID id;

  @BeforeEach
  void a_picture_of_somebody_else() {
    owner = Owner.create(folds);
    guest = Owner.create(folds);
    id = owner.picture("2008-05-30T15:56:01", "tower");
    owner.edit(id, "{'favourite':true,'rating':5,'title':'Tower'}").statusCode(200);
  }

  @Test
  void a_viewer_sees_it_without_what_is_the_owners_affair() {
    grant("view");
    guest.image(id).body("title", equalTo("Tower")).body("owner", equalTo(owner.user().id())).body("rating", equalTo(5))
        .body("tags", contains("tower")).body("favourite", nullValue()).body("archived", nullValue()).header("ETag", "\"2\"");
    guest.get("/api/images/" + id + "/metadata").statusCode(200);
    guest.edit(id, "{'title':'x'}").statusCode(404);
    guest.get("/api/images/" + id + "/history").statusCode(404);
    guest.get("/api/images/" + id + "/sidecar.xmp").statusCode(404);
    guest.get("/api/images").body("items.size()", equalTo(0));
  }

  @Test
  void an_editor_says_what_it_shows_and_not_what_the_owner_thinks_of_it() {
    grant("view", "edit");
    guest.edit(id, "{'title':'Ours','tags':['TOWER','river']}").statusCode(200).body("title", equalTo("Ours")).body("favourite", nullValue());
    owner.image(id).body("title", equalTo("Ours")).body("tags", contains("tower", "river")).body("favourite", equalTo(true));
    owner.get("/api/images/" + id + "/history").body("items[0].by.id", equalTo(guest.user().id()));
    assertThat(owner.tags()).containsExactly("river 1", "tower 1");
    assertThat(guest.tags()).isEmpty();
    for (String field : List.of("'favourite':false", "'rating':1", "'archived':true", "'category':'x'", "'takenAt':null", "'location':null")) {
      guest.edit(id, "{'title':'no'," + field + "}").statusCode(403).body("type", equalTo("urn:pms:problem:owner-only"));
    }
    guest.edit(id, "{'owner':'me'}").statusCode(400).body("errors[0].field", equalTo("owner")); // A5
    owner.image(id).body("title", equalTo("Ours"));
  }

  @Test
  void what_is_not_granted_does_not_exist() { // A4
    String never = bare(guest.get("/api/images/" + UUID.randomUUID()).statusCode(404).extract().asString());
    assertThat(bare(guest.get("/api/images/" + id).statusCode(404).extract().asString())).isEqualTo(never);
    assertThat(bare(guest.get("/api/images/" + id + "/metadata").statusCode(404).extract().asString())).isEqualTo(never);
    assertThat(bare(guest.edit(id, "{'title':'x'}").statusCode(404).extract().asString())).isEqualTo(never);
    owner.image(id).body("title", equalTo("Tower"));
  }

  /** A1, X5: whether sharing-service is asked must not tell the one from the other, so it is asked for both, and never for one's own. */
  @Test
  void what_is_not_granted_and_what_never_was_cost_the_same() {
    UUID trashed = owner.picture("2008-05-30T15:56:02", "bin");
    owner.trash(trashed, 1);
    for (UUID one : List.of(id, UUID.randomUUID(), trashed)) {
      guest.get("/api/images/" + one).statusCode(404);
      guest.get("/api/images/" + one + "/metadata").statusCode(404);
      guest.edit(one, "{'title':'x'}").statusCode(404);
      assertThat(SharingStandIn.asked(one)).isEqualTo(3);
    }
    owner.image(id);
    assertThat(SharingStandIn.asked(id)).isEqualTo(3);
  }

  @Test
  void the_trash_is_the_owners_alone_and_what_is_purged_is_nobodys() {
    grant("view", "edit");
    owner.trash(id, 1);
    guest.get("/api/images/" + id).statusCode(404);
    owner.image(id);
    owner.purge(id, 2);
    guest.get("/api/images/" + id).statusCode(404);
    guest.edit(id, "{'title':'x'}").statusCode(404);
  }

  @Test
  void nobody_gets_nothing() { // A1
    String image = "/api/images/" + id;
    for (String path : List.of(
        "/api/tags", "/api/categories", "/api/categories/" + id, "/api/timeline", "/api/timeline/2021-07", "/api/jobs",
        "/api/jobs/" + id, image, image + "/metadata", image + "/history", image + "/sidecar.xmp")) {
      given().get(path).then().statusCode(401);
    }
    for (String path : List.of("/api/images/bulk", "/api/categories", "/api/jobs/" + id + "/undo", image + "/history/" + id + "/revert")) {
      given().contentType("application/json").body("{}").post(path).then().statusCode(401);
    }
    for (String path : List.of("/api/tags/tower", "/api/categories/" + id, image)) {
      given().contentType("application/merge-patch+json").body("{}".getBytes()).patch(path).then().statusCode(401);
      assertThat(given().delete(path).statusCode()).isIn(401, 405);
    }
    owner.image(id).body("title", equalTo("Tower"));
  }

  private void grant(String... rights) {
    SharingStandIn.grant(guest.user().token(), id, rights);
  }

  /** Without what differs between any two answers: the address asked for, and the trace. */
  private static String bare(String problem) {
    return problem.replaceAll("\"(instance|trace)\":\"[^\"]*\",?", "");
  }
}
