package pms.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** L6. */
@QuarkusTest
class EmbedTest extends PublicTest {

  private static final List<String> FRIENDS = List.of("https://blog.example", "http://wiki.example:8080");

  @Test
  void the_frame_stands_in_pages_of_the_list_only_and_is_a_sandbox_without_cookies() {
    UUID image = picture();
    String token = token(link("album", albumWith(image), "embedOrigins", FRIENDS));
    Response frame = guest().cookie("pms-link-pass", "anything").get("/embed/" + token);
    assertThat(frame.statusCode()).isEqualTo(200);
    assertThat(frame.header("Content-Security-Policy"))
        .contains("sandbox allow-popups", "frame-ancestors https://blog.example http://wiki.example:8080", "default-src 'none'")
        .doesNotContain("allow-scripts", "allow-same-origin", "unsafe");
    assertThat(frame.getHeaders().hasHeaderWithName("Set-Cookie")).isFalse();
    assertThat(frame.asString()).doesNotContain("<script");
    var pictures = Pattern.compile("<img src=\"([^\"]+)\"").matcher(frame.asString()).results().toList();
    assertThat(pictures).hasSize(1);
    guest().get(pictures.getFirst().group(1).replace("&amp;", "&")).then().statusCode(200);
  }

  @Test
  void without_a_list_no_page_may_frame_it_and_oembed_offers_no_frame() {
    JsonPath link = link("album", albumWith(picture()));
    assertThat(guest().get("/embed/" + token(link)).header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    guest().queryParam("url", link.getString("url")).get("/oembed").then().statusCode(200)
        .body("type", equalTo("link")).body("html", nullValue());
  }

  @Test
  void a_script_tag_puts_the_same_frame_in_its_place_and_does_nothing_else() {
    JsonPath link = link("album", albumWith(picture()), "embedOrigins", FRIENDS, "viewLimit", 1);
    Response script = guest().get("/embed/" + token(link) + ".js");
    assertThat(script.statusCode()).isEqualTo(200);
    assertThat(script.contentType()).startsWith("text/javascript");
    assertThat(script.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(script.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
    assertThat(script.asString()).contains("/embed/" + token(link) + "\";", "\"sandbox\"")
        .doesNotContain("eval", "innerHTML", "document.write", "fetch", "cookie");
    assertThat(status("/embed/" + token(link))).isEqualTo(200);
    for (JsonPath closed : List.of(link, link("album", albumWith()), link("album", albumWith(), "password", "a", "embedOrigins", FRIENDS))) {
      assertThat(status("/embed/" + token(closed) + ".js")).isEqualTo(404);
    }
    assertThat(status("/embed/x.js")).isEqualTo(404);
  }

  @Test
  void oembed_tells_in_json_and_xml_what_other_sites_may_show() throws Exception {
    UUID image = picture();
    UUID album = albumWith(image);
    json("alice", Map.of("title", "<b>\"Rome\" & ]]> it's")).patch("/api/albums/" + album).then().statusCode(200);
    JsonPath link = link("album", album, "embedOrigins", FRIENDS);
    JsonPath json = guest().queryParam("url", link.getString("url")).queryParam("maxwidth", 320).queryParam("callback", "alert")
        .get("/oembed").then().statusCode(200).contentType("application/json").body("version", equalTo("1.0"))
        .body("type", equalTo("rich")).body("width", equalTo(320)).body("title", equalTo("<b>\"Rome\" & ]]> it's"))
        .body("html", startsWith("<iframe ")).body("html", containsString("sandbox=\"allow-popups")).extract().jsonPath();
    guest().get(json.getString("thumbnail_url").replaceFirst("https?://[^/]+", "")).then().statusCode(200);
    Response xml = guest().queryParam("url", link.getString("url")).queryParam("format", "xml").get("/oembed");
    assertThat(xml.contentType()).startsWith("text/xml");
    assertThat(xml.asString()).doesNotContain("<!DOCTYPE", "<!ENTITY", "<b>");
    var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml.asString())));
    assertThat(document.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("<b>\"Rome\" & ]]> it's");
  }

  @Test
  void the_discovery_tags_of_a_page_lead_to_its_description() {
    String html = guest().get("/s/" + token(link("album", albumWith(picture())))).asString();
    var found = Pattern.compile("type=\"(?:application/json|text/xml)\\+oembed\" href=\"https?://[^/]+([^\"]+)\"").matcher(html).results().toList();
    assertThat(found).hasSize(2);
    found.forEach(tag -> guest().urlEncodingEnabled(false).get(tag.group(1).replace("&amp;", "&")).then().statusCode(200));
  }

  /** L1. */
  @Test
  void a_link_with_a_password_is_neither_framed_nor_described() {
    JsonPath link = link("album", albumWith(picture()), "password", "open sesame", "embedOrigins", FRIENDS);
    guest().get("/embed/" + token(link)).then().statusCode(404);
    guest().queryParam("url", link.getString("url")).get("/oembed").then().statusCode(404);
  }

  @Test
  void what_is_not_ours_or_not_there_is_not_found_and_what_is_wrong_is_named() {
    JsonPath link = link("album", albumWith(), "viewLimit", 1);
    String url = link.getString("url");
    for (String other : List.of("https://evil.example/s/" + token(link), url + "x", url.replace("://", "://user@"), url + "?a=b")) {
      guest().queryParam("url", other).get("/oembed").then().statusCode(404);
    }
    guest().get("/oembed").then().statusCode(400);
    guest().queryParam("url", url).queryParam("maxwidth", "-1").get("/oembed").then().statusCode(400);
    guest().queryParam("url", url).queryParam("format", "yaml").get("/oembed").then().statusCode(501);
    JsonPath limited = link("album", albumWith(picture()), "viewLimit", 1);
    guest().queryParam("url", limited.getString("url")).get("/oembed").then().statusCode(200).body("thumbnail_url", nullValue());
    guest().get("/embed/" + token(link)).then().statusCode(200);
    guest().get("/embed/" + token(link)).then().statusCode(404);
    guest().queryParam("url", url).get("/oembed").then().statusCode(404);
    as("alice").delete("/api/links/" + link.getString("id"));
    guest().get("/embed/" + token(link)).then().statusCode(404);
  }
}
