package pms.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pms.e2e.client.PmsClient;
import pms.e2e.hostile.RawRequest.RawAnswer;
import pms.e2e.sample.PictureFacts;
import pms.e2e.sample.TestPictures;
import pms.e2e.suite.Library;
import pms.e2e.suite.Suite;
import pms.platform.Port;

/** A8: however a path is spelled, it never opens more than its plain form does. */
class OddPathsTest {
  private static final List<String> BREAKS = List.of(
      ";x",
      ";x=1",
      "%3B",
      "%3Bx",
      "/",
      "/.",
      "/./",
      "/%2e/",
      "/%2E%2E/images",
      "/..",
      "%2F",
      "%2f",
      "%5C",
      "\\",
      "%00",
      "%252F",
      "%252e%252e",
      ".",
      "%20",
      "+",
      "%09",
      "%0a",
      "%0d%0a",
      "%2e",
      "%2E",
      "/%2e%2e;/",
      "%ef%bc%8f",
      ".json",
      ".html",
      "/;/",
      "/..;/",
      "%c0%af",
      "%c0%ae",
      "%e0%80%af",
      "%u002f",
      "%",
      "%zz",
      "~",
      "*",
      "#",
      "//",
      "/x/..",
      "/x/../",
      "%2e%2e%2f",
      ":",
      "@",
      "&",
      "=",
      "'",
      "%27",
      "|",
      "%7c",
      "^");
  private final Suite suite = Suite.get();

  @Test
  void no_spelling_opens_a_picture_at_the_gateway() throws Exception {
    Library owner = new Library(suite.user("spelled"));
    String canary = "canary" + UUID.randomUUID().toString().substring(0, 8);
    String id = owner.addReady(
        TestPictures.jpeg(71, PictureFacts.NONE.saying(canary, canary, canary)), canary + ".jpg");
    String path = "/api/images/" + id;
    int gateway = suite.addresses().gateway().getPort();
    assertThat(RawRequest.get(gateway, path, bearer(owner.user())).text())
        .as("the plain path opens it for its owner")
        .contains(canary);

    Set<String> spellings = spellings(path);
    assertThat(spellings.size()).isGreaterThanOrEqualTo(200);
    assertThat(opened(gateway, spellings, canary)).as("for nobody").isEmpty();
    assertThat(opened(gateway, spellings, canary, bearer(suite.user("speller"))))
        .as("for a stranger")
        .isEmpty();
  }

  @Test
  void no_spelling_opens_what_is_for_administrators_or_for_services() throws Exception {
    int gateway = suite.addresses().gateway().getPort();
    String user = bearer(suite.user("climber"));
    String id = UUID.randomUUID().toString();
    for (String path : List.of(
        "/api/admin/metadata/parked", "/internal/access/" + id, "/q/health", "/q/metrics")) {
      assertThat(opened(gateway, spellings(path), "\"status\":\"UP\"", user))
          .as(path)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Port.class,
      names = {"METADATA", "PROCESSING", "SEARCH", "SHARING", "UPLOAD"})
  void no_spelling_opens_a_service_at_its_own_port(Port service) throws Exception {
    Map<Port, String> guarded = Map.of(
        Port.UPLOAD,
        "/api/me",
        Port.METADATA,
        "/api/images",
        Port.PROCESSING,
        "/api/images/" + UUID.randomUUID() + "/original",
        Port.SEARCH,
        "/api/search",
        Port.SHARING,
        "/api/albums");
    assertThat(RawRequest.get(suite.portOf(service), guarded.get(service)).status())
        .isEqualTo(401);
    assertThat(opened(suite.portOf(service), spellings(guarded.get(service)), "\"items\""))
        .isEmpty();
  }

  /** Behind the gateway's back, with a token that is true and no right to the picture. */
  @Test
  void no_spelling_shows_a_stranger_a_picture_at_a_service_s_own_port() throws Exception {
    Library owner = new Library(suite.user("spelled"));
    String canary = "canary" + UUID.randomUUID().toString().substring(0, 8);
    PictureFacts facts = PictureFacts.NONE.saying(canary, canary, canary);
    String id = owner.addReady(TestPictures.renewed(TestPictures.jpeg(72, facts), canary), canary + ".jpg");
    owner.user().post("/api/images/" + id + "/comments", "{\"text\":\"" + canary + "\"}");
    String stranger = bearer(suite.user("speller"));
    Map<Port, String> guarded = Map.of(
        Port.UPLOAD, "/internal/images/" + id,
        Port.METADATA, "/api/images/" + id,
        Port.PROCESSING, "/api/images/" + id + "/original",
        Port.SHARING, "/api/images/" + id + "/comments");
    for (Map.Entry<Port, String> door : guarded.entrySet()) {
      int port = suite.portOf(door.getKey());
      assertThat(RawRequest.get(port, door.getValue(), bearer(owner.user())).text()).as("%s for its owner", door).contains(canary);
      List<String> told = new ArrayList<>();
      for (String spelling : spellings(door.getValue())) {
        RawAnswer answer = RawRequest.get(port, spelling, stranger);
        if (answer.status() >= 500 || answer.text().contains(canary)) {
          told.add(spelling + " → " + answer.status());
        }
      }
      assertThat(told).as("%s", door).isEmpty();
    }
  }

  /** Spellings that are answered with success, or with what is not for the asker's eyes. */
  private static List<String> opened(
      int port, Set<String> spellings, String canary, String... headers) throws Exception {
    List<String> opened = new ArrayList<>();
    for (String spelling : spellings) {
      RawAnswer answer = RawRequest.get(port, spelling, headers);
      if (answer.status() / 100 == 2 || answer.status() >= 500 || answer.text().contains(canary)) {
        opened.add(spelling + " → " + answer.status());
      }
    }
    return opened;
  }

  /** Every break in every gap of the path, letters in other cases, and other forms of the whole. */
  private static Set<String> spellings(String path) {
    Set<String> spellings = new LinkedHashSet<>();
    String[] parts = path.substring(1).split("/");
    for (int gap = 0; gap <= parts.length; gap++) {
      String before = "/" + String.join("/", List.of(parts).subList(0, gap));
      String after = gap == parts.length
          ? ""
          : "/" + String.join("/", List.of(parts).subList(gap, parts.length));
      for (String odd : BREAKS) {
        String spelling = (gap == 0 ? "" : before) + odd + after;
        spellings.add(spelling.startsWith("/") ? spelling : "/" + spelling);
      }
    }
    spellings.add(path.toUpperCase(java.util.Locale.ROOT));
    spellings.add("http://localhost" + path + "/");
    spellings.add("http://elsewhere.example" + path);
    spellings.add("/%61pi" + path.substring(4));
    spellings.add("/static/.." + path);
    spellings.add("/api/openapi/.." + path);
    spellings.add("/api/openapi%2f.." + path);
    spellings.add("/api/status;" + path);
    spellings.add("/public/%2e%2e" + path);
    spellings.removeIf(spelling -> List.of(path, "/").contains(canonical(spelling)));
    return spellings;
  }

  /** A query or a fragment alone does not make a path odd. */
  private static String canonical(String spelling) {
    String path = spelling.split("[?#]", 2)[0];
    return path.startsWith("http://") ? path.substring(path.indexOf('/', 7)) : path;
  }

  private static String bearer(PmsClient user) throws Exception {
    return "Authorization: Bearer " + user.tokens().access();
  }
}
