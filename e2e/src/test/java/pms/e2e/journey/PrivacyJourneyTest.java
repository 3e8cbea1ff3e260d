package pms.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;
import pms.e2e.sample.PictureFacts;
import pms.e2e.sample.TestPictures;
import pms.e2e.suite.Library;
import pms.e2e.suite.Problems;
import pms.e2e.suite.Suite;

/** Others' pictures do not exist. */
class PrivacyJourneyTest {
  private final Suite suite = Suite.get();

  @Test
  void a_strangers_picture_looks_as_if_it_had_never_been() throws Exception {
    String canary = "canary" + UUID.randomUUID().toString().substring(0, 8);
    Library owner = new Library(suite.user("owner"));
    String id = owner.addReady(
        TestPictures.jpeg(21, PictureFacts.NONE.saying(canary, canary, canary)), canary + ".jpg");
    owner.finds(canary, id);
    PmsClient stranger = suite.user("stranger");
    String never = UUID.randomUUID().toString();

    for (String path : List.of("", "/metadata", "/original", "/thumbnails/small")) {
      assertThat(owner.user().get("/api/images/" + id + path).status())
          .as("the owner sees %s", path)
          .isEqualTo(200);
      looksTheSame(
          stranger.get("/api/images/" + id + path), stranger.get("/api/images/" + never + path));
    }
    looksTheSame(
        stranger.patch("/api/images/" + id, "{\"title\":\"mine\"}"),
        stranger.patch("/api/images/" + never, "{\"title\":\"mine\"}"));
    looksTheSame(stranger.delete("/api/images/" + id), stranger.delete("/api/images/" + never));
    looksTheSame(
        stranger.delete("/api/images/" + id + "?purge=true"),
        stranger.delete("/api/images/" + never + "?purge=true"));
    looksTheSame(
        stranger.post("/api/images/" + id + "/restore"),
        stranger.post("/api/images/" + never + "/restore"));
    for (String path : List.of(
        "/api/images",
        "/api/search?q=" + canary,
        "/api/search",
        "/api/trash",
        "/api/albums",
        "/api/me")) {
      assertThat(stranger.get(path).text()).as(path).doesNotContain(canary).doesNotContain(id);
    }
    assertThat(owner.ready(id).path("title").asText()).as("nothing has changed").isEqualTo(canary);
  }

  @Test
  void an_administrator_sees_no_private_picture() throws Exception {
    Library owner = new Library(suite.user("private"));
    String id = owner.addReady(TestPictures.jpeg(22), "private.jpg");
    PmsClient admin = suite.developmentUser("admin");
    for (String path : List.of("", "/original", "/thumbnails/small", "/metadata")) {
      Problems.isProblem(admin.get("/api/images/" + id + path), 404);
    }
  }

  @Test
  void only_an_administrator_may_operate_the_system() throws Exception {
    PmsClient user = suite.user("plain");
    Problems.isProblem(user.post("/api/admin/search/rebuild"), 403);
    Problems.isProblem(user.get("/api/admin/metadata/parked"), 403);
    Problems.isProblem(user.post("/api/admin/metadata/parked/redrive"), 403);
    assertThat(suite.developmentUser("admin").get("/api/admin/metadata/parked").status())
        .isEqualTo(200);
  }

  @Test
  void without_a_token_there_is_nothing() throws Exception {
    for (String path : List.of(
        "/api/images",
        "/api/search?q=x",
        "/api/me",
        "/api/albums",
        "/api/events",
        "/api/trash",
        "/api/images/" + UUID.randomUUID() + "/original")) {
      HttpRequest request = HttpRequest.newBuilder(suite.addresses().at(path)).build();
      var response = suite.http().send(request, BodyHandlers.ofByteArray());
      Answer answer = new Answer(response.statusCode(), response);
      Problems.isProblem(answer, 401);
      assertThat(answer.header("WWW-Authenticate")).as(path).isPresent();
    }
  }

  @Test
  void what_services_ask_each_other_is_not_for_outside() throws Exception {
    Library owner = new Library(suite.user("inside"));
    String id = owner.add(TestPictures.jpeg(23), "inside.jpg");
    assertThat(owner.user().get("/internal/images/" + id).status()).isEqualTo(404);
    assertThat(owner.user().get("/internal/access/" + id + "?right=view").status())
        .isEqualTo(404);
  }

  private static void looksTheSame(Answer strangers, Answer never) {
    Problems.isProblem(strangers, 404);
    Problems.isProblem(never, 404);
    assertThat(Problems.comparable(strangers)).isEqualTo(Problems.comparable(never));
  }
}
