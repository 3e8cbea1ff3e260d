package pms.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;
import pms.e2e.sample.PictureFacts;
import pms.e2e.sample.TestPictures;
import pms.e2e.suite.Browser;
import pms.e2e.suite.Library;
import pms.e2e.suite.Suite;

/** L5 in a real browser: what people write, in a form or in a file, runs nowhere, leads nowhere and fetches nothing. */
class BrowserTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where TRAP stands the browser would tell us that it fell for it. */
  private static final List<String> PAYLOADS = List.of(
      "\"><script>fetch('TRAP')</script>",
      "</title></h1><img src=TRAP onerror=\"fetch('TRAP')\">",
      "\"><meta http-equiv=\"refresh\" content=\"0;url=TRAP\">",
      "</style></textarea><iframe src=TRAP></iframe>",
      "'--><svg/onload=fetch('TRAP')>",
      "\" style=\"background:url(TRAP)\" x=\"",
      "<base href=TRAP><link rel=stylesheet href=TRAP>");

  private final String marker = "lake" + UUID.randomUUID().toString().substring(0, 8);
  private final AtomicInteger contacts = new AtomicInteger();
  private HttpServer trap;
  private Browser browser;

  @BeforeEach
  void a_browser_and_a_trap() throws IOException {
    assumeTrue(Browser.find().isPresent(), "no chromium here: what pages do in a browser is not tested");
    browser = Browser.find().orElseThrow();
    trap = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    trap.createContext("/trap", exchange -> {
      contacts.incrementAndGet();
      exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    });
    trap.createContext("/careless", exchange -> {
      byte[] page = ("<!doctype html><title>x</title><p>" + marker + words()).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(200, page.length);
      exchange.getResponseBody().write(page);
      exchange.close();
    });
    trap.start();
  }

  @AfterEach
  void no_trap() {
    if (trap != null) trap.stop(0);
  }

  @Test
  void a_careless_page_falls_for_it() throws Exception {
    browser.open(address("/careless"));
    assertThat(contacts.get()).isPositive();
  }

  @Test
  void the_pages_of_a_link_do_not() throws Exception {
    Suite suite = Suite.get();
    PmsClient owner = suite.user("author");
    PictureFacts facts = PictureFacts.NONE.saying(words(), words(), PAYLOADS.stream().map(this::armed).toArray(String[]::new));
    String image = new Library(owner).addReady(TestPictures.jpeg(74, facts), armed(PAYLOADS.get(1)).replace('/', '\u2215') + ".jpg");
    String album = made(owner, "/api/albums", Map.of("title", marker + armed(PAYLOADS.getFirst()), "description", words())).json().path("id").asText();
    assertThat(owner.post("/api/albums/" + album + "/items", "{\"ids\":[\"" + image + "\"]}").ok()).isTrue();
    Answer link = made(owner, "/api/links", Map.of("album", album, "showMetadata", true, "allowDownload", true, "allowUpload", true));
    String token = link.json().path("url").asText().replaceAll(".*/", "");
    for (String page : List.of("/s/", "/embed/")) {
      String shown = browser.open(suite.addresses().at(page + token).toString());
      assertThat(shown).as("the page itself").contains(marker).contains("<img");
      assertThat(contacts).as(page).hasValue(0);
    }
  }

  private String words() {
    return String.join(" ", PAYLOADS.stream().map(this::armed).toList());
  }

  private String armed(String payload) {
    return payload.replace("TRAP", address("/trap"));
  }

  private String address(String path) {
    return "http://127.0.0.1:" + trap.getAddress().getPort() + path;
  }

  private static Answer made(PmsClient owner, String path, Map<String, Object> body) throws Exception {
    Answer answer = owner.post(path, JSON.writeValueAsString(body));
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return answer;
  }
}
