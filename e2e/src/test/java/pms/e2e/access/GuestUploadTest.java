package pms.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pms.e2e.client.Answer;
import pms.e2e.client.Multipart;
import pms.e2e.client.PmsClient;
import pms.e2e.sample.TestPictures;
import pms.e2e.suite.Library;
import pms.e2e.suite.Suite;
import pms.e2e.suite.Visitor;

/** L3, L12: both doors through which guests send pictures, for every kind of link. */
class GuestUploadTest {
  private static final AtomicInteger SEED = new AtomicInteger(95_000);
  private final Suite suite = Suite.get();
  private final Visitor visitor = new Visitor(suite);

  /**
   * @param pass null where no password was told
   * @param status of the door for programs; that for people always leads back to the page, and says that a picture came only if one did
   */
  private record Kind(String what, String token, String pass, int status) {}

  @Test
  void a_link_takes_pictures_if_it_says_so_and_is_open_and_as_long_as_it_is() throws Exception {
    Library owner = new Library(suite.user("moderator"));
    PmsClient user = owner.user();
    byte[] bytes = TestPictures.jpeg(SEED.incrementAndGet());
    String image = owner.addReady(bytes, "own.jpg");
    String album = user.post("/api/albums", "{\"title\":\"Guests\"}").json().path("id").asText();
    String of = "\"album\":\"" + album + "\"";
    String locked = token(link(user, of + ",\"allowUpload\":true,\"password\":\"sesame open\""));
    String pass = visitor.post("/api/public/" + locked + "/unlock", "application/json", "{\"password\":\"sesame open\"}")
        .json().path("pass").asText();
    JsonNode ended = link(user, of + ",\"allowUpload\":true");
    assertThat(user.delete("/api/links/" + ended.path("id").asText()).status()).isEqualTo(204);
    List<String> wrong = new ArrayList<>();
    for (Kind kind : List.of(
        new Kind("only shows", token(link(user, of)), null, 404),
        new Kind("lets download", token(link(user, of + ",\"allowDownload\":true")), null, 404),
        new Kind("one picture", token(link(user, "\"image\":\"" + image + "\"")), null, 404),
        new Kind("takes pictures", token(link(user, of + ",\"allowUpload\":true")), null, 202),
        new Kind("locked", locked, null, 403),
        new Kind("unlocked", locked, pass, 202),
        new Kind("revoked", token(ended), null, 404),
        new Kind("never there", UUID.randomUUID().toString().replace("-", ""), null, 404))) {
      wrong.addAll(sent(kind));
    }
    assertThat(wrong).isEmpty();
    assertThat(user.get("/api/albums/" + album + "/guest-pictures").json().path("items")).hasSize(4);
    assertThat(owner.list()).as("nothing of the owner's is more, or another, than before").containsExactly(image);
    assertThat(user.get("/api/images/" + image + "/original").bytes()).isEqualTo(bytes);
  }

  private List<String> sent(Kind kind) throws Exception {
    String[] headers = kind.pass == null ? new String[0] : new String[] {"Link-Pass", kind.pass};
    List<String> wrong = new ArrayList<>();
    Answer program = visitor.post(
        "/api/public/" + kind.token + "/images", "image/jpeg", BodyPublishers.ofByteArray(TestPictures.jpeg(SEED.incrementAndGet())), headers);
    if (program.status() != kind.status) {
      wrong.add(kind.what + ": " + program);
    }
    Multipart form = Multipart.file(TestPictures.jpeg(SEED.incrementAndGet()), "guest.jpg", "image/jpeg");
    Answer people = visitor.post("/s/" + kind.token + "/images", form.contentType(), BodyPublishers.ofByteArray(form.body()), headers);
    String back = people.header("Location").orElse("");
    if (people.status() != 303 || !back.contains("/s/" + kind.token) || back.contains("sent=1") != (kind.status == 202)) {
      wrong.add(kind.what + " by the form: " + people + " " + back);
    }
    return wrong;
  }

  private static JsonNode link(PmsClient user, String fields) throws Exception {
    Answer link = user.post("/api/links", "{" + fields + "}");
    assertThat(link.status()).as("%s", link).isEqualTo(201);
    return link.json();
  }

  private static String token(JsonNode link) {
    return link.path("url").asText().replaceAll(".*/", "");
  }
}
