package pms.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What guests say on the page of a link, with nothing but a browser. */
@QuarkusTest
class TalkPageTest extends PublicTest {

  @Test
  void a_guest_talks_on_the_page_and_takes_it_back_without_any_script() {
    UUID album = albumWith(picture());
    String page = "/s/" + token(link("album", album, "allowComments", true));
    assertThat(html(page)).contains("<form method=\"post\" action=\"" + page + "/comments\"", "Nobody has said anything").doesNotContain("<script");
    Response said = say(page, "Aunt Mary", "How <b>lovely</b>\nindeed");
    assertThat(said.statusCode()).isEqualTo(303);
    assertThat(said.header("Location")).endsWith(page + "?said=yes");
    assertThat(said.getHeaders().getValue("Set-Cookie")).contains("pms-guest-key=", "Path=" + page, "HttpOnly", "SameSite=Lax");
    String key = said.cookie("pms-guest-key");
    assertThat(html(page + "?said=yes"))
        .contains("Thank you", "Aunt Mary", "How &lt;b&gt;lovely&lt;/b&gt;\nindeed").doesNotContain(">Delete<");
    String delete = first("action=\"(" + page + "/comments/[^\"]+/delete)\"", guest().cookie("pms-guest-key", key).get(page).asString());
    as("alice").get("/api/albums/" + album + "/comments").then().body("items.name", contains("Aunt Mary"));
    guest().formParam("x", "").post(delete).then().statusCode(303);
    assertThat(html(page)).contains("Aunt Mary");
    guest().cookie("pms-guest-key", key).formParam("x", "").post(delete).then().statusCode(303);
    assertThat(html(page)).doesNotContain("Aunt Mary");
  }

  @Test
  void each_picture_of_an_album_has_a_page_to_talk_about_it() {
    UUID image = picture();
    UUID other = picture();
    String page = "/s/" + token(link("album", albumWith(image, other), "allowComments", true));
    String own = page + "?image=" + image;
    assertThat(html(page)).contains("href=\"" + own + "\"", "image=" + other);
    assertThat(html(own)).contains("name=\"image\" value=\"" + image + "\"", image + "/thumbnails/large", "<a href=\"" + page + "\">Back</a>")
        .doesNotContain(other.toString());
    assertThat(guest().formParam("name", "John").formParam("text", "Whose dog?").formParam("image", image).post(page + "/comments").header("Location"))
        .endsWith(own + "&said=yes");
    assertThat(html(own)).contains("Whose dog?");
    assertThat(html(page) + html(page + "?image=" + other)).doesNotContain("Whose dog?");
    as("alice").get("/api/images/" + image + "/comments").then().body("items.text", contains("Whose dog?"));
    assertThat(status(page + "?image=" + picture())).isEqualTo(404);
    String single = "/s/" + token(link("image", image, "allowComments", true));
    assertThat(html(single)).contains("Whose dog?", "action=\"" + single + "/comments\"");
  }

  @Test
  void what_is_refused_comes_back_to_be_put_right() {
    UUID album = albumWith(picture());
    String page = "/s/" + token(link("album", album, "allowComments", true));
    for (String name : List.of("A\u202eB", " ", "A\r\nSet-Cookie: b=c")) {
      Response refused = say(page, name, "What I \"wanted\" to say");
      assertThat(refused.statusCode()).as(name).isEqualTo(400);
      assertThat(refused.asString()).contains("role=\"alert\">Your name ", "What I &quot;wanted&quot; to say</textarea>");
    }
    for (int i = 0; i < 21; i++) {
      assertThat(guest("10.7.7.8").formParam("name", "Bot").formParam("text", "spam").post(page + "/comments").statusCode()).isEqualTo(i < 20 ? 303 : 429);
    }
  }

  @Test
  void a_program_that_fills_in_what_people_do_not_see_is_thanked_and_forgotten() {
    UUID album = albumWith();
    String page = "/s/" + token(link("album", album, "allowComments", true));
    guest().formParams(Map.of("name", "Bot", "text", "Buy!", "website", "https://spam.example")).post(page + "/comments").then().statusCode(303);
    as("alice").get("/api/albums/" + album + "/comments").then().body("items", empty());
  }

  /** L1: nothing of it where the link does not take comments, nor before the password was told, nor what members say. */
  @Test
  void who_may_not_talk_sees_no_talk() {
    UUID album = albumWith(picture());
    json("alice", Map.of("text", "Among ourselves")).post("/api/albums/" + album + "/comments").then().statusCode(201);
    String open = "/s/" + token(link("album", album, "allowComments", true));
    say(open, "Mary", "Said by a guest");
    String silent = "/s/" + token(link("album", album));
    String locked = "/s/" + token(link("album", album, "allowComments", true, "password", "open sesame"));
    assertThat(html(open)).contains("Said by a guest").doesNotContain("Among ourselves");
    assertThat(html(silent)).doesNotContain("Said by a guest", "/comments");
    assertThat(html(locked)).doesNotContain("Said by a guest", "/comments");
    assertThat(say(silent, "Mary", "x").statusCode()).isEqualTo(404);
    assertThat(say(locked, "Mary", "x").header("Location")).endsWith(locked);
  }

  @Test
  void the_newest_words_come_first_and_the_others_by_the_page() throws Exception {
    UUID album = albumWith();
    String page = "/s/" + token(link("album", album, "allowComments", true));
    query("INSERT INTO comment (owner_id, thing_id, id, album_id, guest_name, text, created_at)"
        + " SELECT '%s', '%s', uuidv7(), '%s', 'Guest', 'words-' || n || '.', now() FROM generate_series(1, 60) n".formatted(ALICE, album, album));
    assertThat(html(page)).contains("words-60.").doesNotContain("words-10.");
    String next = first("href=\"(/s/[^\"]+talk=[^\"]+)\"", html(page)).replace("&amp;", "&");
    assertThat(html(next)).contains("words-10.", "words-1.").doesNotContain("words-11.", "Earlier comments");
  }

  /** L5. */
  @Test
  void whatever_guests_write_is_text() {
    UUID album = albumWith();
    String page = "/s/" + token(link("album", album, "allowComments", true));
    say(page, "Mary", "plain");
    long one = marks(html(page));
    say(page, "Mary", "plain");
    long marks = marks(html(page));
    long each = marks - one;
    for (String payload : List.of(
        "<script>alert(1)</script>", "</textarea><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{7*7}", "{talk.action}",
        "{#each}{/each}", "{|raw|}", "{inject:database}", "${7*7}", "<!--", "' onmouseover='alert(1)", "<meta http-equiv=refresh content=0>",
        "javascript:alert(1)", "a\r\nSet-Cookie: stolen=1\r\n\r\n<b>")) {
      assertThat(say(page, payload.contains("\r") ? "CRLF" : payload, payload).statusCode()).as(payload).isEqualTo(303);
      marks += each;
      Response shown = guest().get(page);
      assertThat(shown.headers().toString()).doesNotContain("stolen");
      assertThat(shown.asString()).as(payload).contains(escaped(payload));
      assertThat(marks(shown.asString())).as(payload).isEqualTo(marks);
    }
  }

  private static String html(String path) {
    Response page = guest().get(path);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.contentType()).startsWith("text/html");
    return page.asString();
  }

  private static Response say(String page, String name, String text) {
    return guest().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("name", name).formParam("text", text).post(page + "/comments");
  }

  private static String first(String pattern, String text) {
    var found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group(1);
  }
}
