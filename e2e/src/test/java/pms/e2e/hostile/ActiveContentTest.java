package pms.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import pms.e2e.client.Answer;
import pms.e2e.sample.TestPictures;
import pms.e2e.suite.Library;
import pms.e2e.suite.Problems;
import pms.e2e.suite.Suite;
import pms.e2e.suite.Visitor;

/** L11: what could run in a browser is no picture, and what is a picture besides runs nothing wherever it is given out. */
class ActiveContentTest {
  private static final String SCRIPT = "--><html><script>alert(document.domain)</script></html>";
  private final Suite suite = Suite.get();
  private final Visitor visitor = new Visitor(suite);

  @Test
  void what_is_not_a_picture_is_refused_whatever_it_is_called() throws Exception {
    Library user = new Library(suite.user("active"));
    String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><script>alert(1)</script></svg>";
    for (String content : List.of(svg, "<?xml version=\"1.0\"?>\n" + svg, "\ufeff" + svg, SCRIPT, "<!DOCTYPE html><script>alert(1)</script>")) {
      for (String name : List.of("a.svg", "a.jpg", "a.html")) {
        String type = name.endsWith("svg") ? "image/svg+xml" : name.endsWith("html") ? "text/html" : "image/jpeg";
        Problems.isProblem(user.user().upload(content.getBytes(StandardCharsets.UTF_8), name, type), 415);
      }
    }
  }

  @Test
  void a_picture_that_is_also_a_page_and_an_archive_is_only_ever_given_out_as_a_picture() throws Exception {
    Library owner = new Library(suite.user("polyglot"));
    byte[] polyglot = polyglot();
    String image = owner.addReady(polyglot, "a.html");
    Answer original = owner.user().get("/api/images/" + image + "/original");
    assertThat(original.bytes()).isEqualTo(polyglot);
    runsNothing(original);
    runsNothing(owner.user().get("/api/images/" + image + "/original?download"));
    for (String size : List.of("small", "medium", "large")) {
      Answer thumbnail = owner.user().get("/api/images/" + image + "/thumbnails/" + size);
      runsNothing(thumbnail);
      saysNothing(thumbnail);
    }
    Answer whole = download(owner, image, true);
    assertThat(whole.bytes()).isEqualTo(polyglot);
    assertThat(whole.header("Content-Disposition").orElseThrow()).startsWith("attachment");
    runsNothing(whole);
    Answer stripped = download(owner, image, false);
    runsNothing(stripped);
    saysNothing(stripped);
  }

  private Answer download(Library owner, String image, boolean everything) throws Exception {
    JsonNode link = owner.user()
        .post("/api/links", "{\"image\":\"%s\",\"allowDownload\":true,\"showMetadata\":%s}".formatted(image, everything))
        .json();
    String token = link.path("url").asText().replaceAll(".*/", "");
    return visitor.get("/api/public/" + token + "/images/" + image + "/download");
  }

  private static void runsNothing(Answer answer) {
    assertThat(answer.status()).as("%s", answer.response().uri()).isEqualTo(200);
    assertThat(answer.header("Content-Type").orElseThrow()).matches("image/(jpeg|webp|avif)");
    assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(String.join(" ", answer.response().headers().allValues("Content-Security-Policy"))).contains("sandbox").doesNotContain("allow-scripts");
  }

  private static void saysNothing(Answer answer) {
    assertThat(new String(answer.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("<script", "evil.html");
  }

  /** A page in a comment of the picture, and an archive behind its end. */
  private static byte[] polyglot() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(TestPictures.renewed(TestPictures.jpeg(73), SCRIPT));
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("evil.html"));
      zip.write(SCRIPT.getBytes(StandardCharsets.US_ASCII));
    }
    return bytes.toByteArray();
  }
}
