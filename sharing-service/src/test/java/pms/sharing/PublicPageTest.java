package pms.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import pms.contracts.MetadataChanged;
import pms.contracts.Topics;

@QuarkusTest
class PublicPageTest extends PublicTest {

  /** L5: each would do something if it were not text. */
  private static final List<String> PAYLOADS =
      Stream.concat(
              Stream.of(
                  "<script>alert(1)</script>", "</title><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
                  "'><svg onload=alert(1)>", "\" http-equiv=\"refresh\" content=\"0;url=https://evil.example", "{7*7}", "{head.nonce}",
                  "{#each}{/each}", "{|raw|}", "{config:property('quarkus.datasource.password')}", "{inject:database}", "${7*7}",
                  "<!--", "]]>", "&lt;script&gt;", "javascript:alert(1)", "<base href=https://evil.example>", "\u202egnp.exe",
                  "<meta http-equiv=refresh content=0>", "</style><script>alert(1)</script>", "<a href=\"javascript:alert(1)\">x</a>",
                  "' onmouseover='alert(1)", "\" autofocus onfocus=\"alert(1)", "<iframe srcdoc=x>", "%3Cscript%3E", "\\u003cscript\\u003e"),
              IntStream.range(0, 34).mapToObj(i -> "<" + List.of("b", "form", "object", "embed", "link", "math", "x:y").get(i % 7) + " id=p" + i + ">"))
          .toList();

  @Test
  void the_page_shows_the_album_without_any_script() {
    UUID image = picture();
    String token = token(link("album", albumWith(image), "allowDownload", true));
    Response page = guest().get("/s/" + token);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.contentType()).startsWith("text/html");
    String html = page.asString();
    assertThat(html).contains("<h1>Summer in Rome</h1>", "/api/public/" + token + "/images/" + image, ">Download</a>");
    assertThat(html).doesNotContain("<script").doesNotContainPattern("\\son[a-z]+=");
    for (var source : Pattern.compile("<img src=\"([^\"]+)\"").matcher(html).results().toList()) {
      guest().get(source.group(1).replace("&amp;", "&")).then().statusCode(200);
    }
  }

  @Test
  void messengers_get_a_preview_that_loads_and_search_engines_nothing() {
    UUID image = picture();
    String html = guest().get("/s/" + token(link("album", albumWith(image)))).asString();
    var preview = Pattern.compile("property=\"og:image\" content=\"https?://[^/]+([^\"]+)\"").matcher(html);
    assertThat(preview.find()).isTrue();
    guest().get(preview.group(1).replace("&amp;", "&")).then().statusCode(200);
    assertThat(html).contains(
        "property=\"og:title\" content=\"Summer in Rome\"", "name=\"robots\" content=\"noindex, nofollow\"", "application/json+oembed");
  }

  /** L6: no other page may be framed. */
  @Test
  void the_policy_lets_the_page_run_nothing_and_stand_in_no_frame() {
    Response page = guest().get("/s/" + token(link("album", albumWith())));
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'")
        .doesNotContain("script", "unsafe");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(page.header("X-Robots-Tag")).contains("noindex");
  }

  @Test
  void a_form_asks_for_the_password_and_leads_to_the_pictures() {
    UUID image = picture();
    String token = token(link("album", albumWith(image), "password", "open sesame", "slug", "rome"));
    String path = "/s/" + token;
    assertThat(guest().get(path).asString()).contains("action=\"" + path + "\"").doesNotContain(image.toString());
    Response wrong = guest().formParam("password", "wrong").post(path);
    assertThat(wrong.statusCode()).isEqualTo(403);
    assertThat(wrong.asString()).contains("That is not the password.");
    Response right = guest().formParam("password", "open sesame").post(path);
    assertThat(right.statusCode()).isEqualTo(303);
    assertThat(right.header("Location")).endsWith(path);
    assertThat(right.getHeaders().getValues("Set-Cookie").toString()).contains("Path=" + path);
    Response page = guest().cookie("pms-link-pass", right.cookie("pms-link-pass")).get(path);
    assertThat(page.asString()).contains(image.toString()).doesNotContain("og:image");
  }

  @Test
  void a_page_that_is_loaded_again_is_no_further_view() {
    var link = link("album", albumWith(picture()), "viewLimit", 1);
    Response first = guest().get("/s/" + token(link));
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(status("/s/" + token(link))).isEqualTo(404);
    guest().cookie("pms-link-pass", first.cookie("pms-link-pass")).get("/s/" + token(link)).then().statusCode(200);
    assertThat(as("alice").get("/api/links/" + link.getString("id")).<Integer>path("views")).isEqualTo(1);
  }

  @Test
  void what_is_not_there_is_a_page_too() {
    Response page = guest().get("/s/" + "A".repeat(32));
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.contentType()).startsWith("text/html");
    assertThat(page.asString()).contains("<h1>Not found</h1>");
  }

  /** L5. */
  @Test
  void whatever_people_write_is_text() throws Exception {
    UUID image = picture();
    UUID album = albumWith(image);
    JsonPath link = link("album", album, "showMetadata", true);
    String token = token(link);
    long marks = marks(guest().get("/s/" + token).asString());
    long frame = marks(guest().get("/embed/" + token).asString());
    for (int i = 0; i < PAYLOADS.size(); i++) {
      String payload = PAYLOADS.get(i);
      long revision = 2 + i;
      json("alice", Map.of("title", payload)).patch("/api/albums/" + album).then().statusCode(200);
      if (i % 5 == 0) {
        tell(Topics.METADATA_EXTRACTED, new MetadataChanged(image, ALICE, revision, metadata(payload), Instant.now()));
        await().atMost(Duration.ofSeconds(60)).until(() -> known(image, "metadata_revision = " + revision));
      }
      String html = guest().get("/s/" + token).asString();
      assertThat(html.split(Pattern.quote(escaped(payload)), -1).length - 1).as(payload).isGreaterThanOrEqualTo(i % 5 == 0 ? 6 : 4);
      assertThat(marks(html)).as(payload).isEqualTo(marks);
      String embedded = guest().get("/embed/" + token).asString();
      assertThat(embedded).contains(escaped(payload));
      assertThat(marks(embedded)).as(payload).isEqualTo(frame);
      guest().get(api(token)).then().contentType("application/json").body("title", equalTo(payload));
      guest().queryParam("url", link.getString("url")).get("/oembed").then().contentType("application/json").body("title", equalTo(payload));
      String xml = guest().queryParam("url", link.getString("url")).queryParam("format", "xml").get("/oembed").asString();
      var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
      assertThat(document.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(payload);
    }
  }
}
