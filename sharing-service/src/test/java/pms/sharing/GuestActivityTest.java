package pms.sharing;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.contracts.ImagePurged;

/** What guests and grantees did is in the activity of those whom it concerns. */
@QuarkusTest
class GuestActivityTest extends PublicTest {

  @Test
  void members_read_which_guest_commented_on_their_album_and_its_pictures() {
    UUID image = picture();
    UUID album = albumWith(image);
    String token = token(link("album", album, "allowComments", true));
    comment(api(token), "Mary");
    comment(image(token, image), "Mary");
    comment(image(token, image), "Mary");
    comment(image(token, image), "John");
    as("alice").get("/api/albums/" + album + "/activity").then().statusCode(200)
        .body("items.kind", contains("commented", "commented", "commented", "items-added"))
        .body("items.subject", contains("guest:John", "guest:Mary", "guest:Mary", null))
        .body("items.actor", contains(null, null, null, ALICE))
        .body("items[0].images", contains(image.toString()));
  }

  @Test
  void what_is_said_about_a_picture_in_no_album_is_in_its_owners_list_and_goes_with_it() {
    UUID image = picture();
    json("alice", Map.of("subject", "user:" + BOB, "right", "view")).post("/api/images/" + image + "/grants").then().statusCode(201);
    json("bob", Map.of("text", "Lovely")).post("/api/images/" + image + "/comments").then().statusCode(201);
    comment(api(token(link("image", image, "allowComments", true))), "Mary");
    String mine = "items.findAll { it.images == ['" + image + "'] }";
    as("alice").get("/api/activity").then().statusCode(200)
        .body(mine + ".subject", contains("guest:Mary", null)).body(mine + ".actor", contains(null, BOB))
        .body(mine + ".kind", contains("commented", "commented")).body(mine + "[0].album", nullValue());
    as("bob").get("/api/activity").then().body(mine + ".size()", equalTo(0));
    UUID album = albumWith(image);
    comment(api(token(link("image", image, "allowComments", true))), "Once more");
    as("alice").get("/api/activity").then().body(mine + ".findAll { it.kind == 'commented' }.album", contains(album.toString(), null, null));
    happened(new ImagePurged(image, ALICE, 2, Instant.now()));
    await().atMost(Duration.ofSeconds(60))
        .until(() -> query("SELECT 1 FROM picture_activity WHERE image_id = '" + image + "'") == null);
  }

  private static void comment(String path, String name) {
    guest().contentType(ContentType.JSON).body(Map.of("name", name, "text", "Nice")).post(path + "/comments").then().statusCode(201);
  }
}
