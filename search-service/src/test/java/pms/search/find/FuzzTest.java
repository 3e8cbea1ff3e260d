package pms.search.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.platform.test.PmsPlatform;
import pms.search.testing.EventLog;
import pms.search.testing.Events;
import pms.search.testing.Events.Facts;
import pms.search.testing.Library;

/** R4: whatever is asked, an answer or a refusal that names the parameter, soon, and nobody else's pictures. */
@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
class FuzzTest {

  private static final Logger LOG = Logger.getLogger(FuzzTest.class);
  private static final int REQUESTS = 600;
  /** A machine that does much else may take its time; what grows without bound does not end at all. */
  private static final long SLOWEST_MILLIS = 20_000;

  private static final List<String> PIECES =
      List.of(
          "(", ")", "\"", "-", " OR ", " AND ", " ", " ", " ", "a", "beach", "baech", "tag:", "camera:", "taken:", "iso:",
          "f:", "near:", "has:", "is:", "album:", "type:", "category:", "x:", "2021", "-07", "..", ">=", "<", "800", "2.8",
          "48.85,2.35,10km", "location", "favourite", "archived", "*", "?", "~", "^", "\\", "/", "{", "}", "[", "]", "'",
          ";", "\u0000", "\ud83d", "\ude00", "e\u0301", "\u202e", "“", "ﷺ", "İ", "9".repeat(30), "{\"match_all\":{}}",
          "' OR 1=1 --", ",", "-180", "180", "90", "1e9", "NaN", "x".repeat(300));

  private EventLog log;
  private Library mine;
  private Events image;

  @BeforeEach
  void open() {
    log = new EventLog();
    mine = new Library(log);
    image = mine.picture("beach.jpg", Facts.titled("Beach").tags("beach").at(48, 2, "Paris"));
    new Library(log).picture("theirs.jpg", Facts.titled("Beach").tags("beach").at(48, 2, "Paris"));
    mine.waitFor("is:ready", 1);
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void random_parameters_are_answered_or_refused() {
    long slowest = 0;
    for (int seed = 0; seed < REQUESTS; seed++) {
      Random random = new Random(seed);
      Object[] parameters = parameters(random);
      String path = path(random);
      long start = System.nanoTime();
      Response answer = mine.get(path, parameters).extract().response();
      slowest = Math.max(slowest, (System.nanoTime() - start) / 1_000_000);
      String asked = "seed %d: %s %s".formatted(seed, path, List.of(parameters));
      assertThat(answer.statusCode()).as(asked).isIn(200, 400, 404);
      if (answer.statusCode() == 400) {
        assertThat(answer.jsonPath().getString("errors[0].field")).as(asked).isNotBlank();
      }
      assertThat(answer.asString()).as(asked).doesNotContain("theirs.jpg");
    }
    LOG.infof("%d random requests, the slowest took %d ms", REQUESTS, slowest);
    assertThat(slowest).isLessThan(SLOWEST_MILLIS);
  }

  /** Also in the bytes that only Elasticsearch reads, and in the bits of the last letter that say nothing. */
  @Test
  void a_cursor_with_any_sign_or_byte_changed_is_refused() {
    for (int i = 0; i < 3; i++) {
      mine.picture("more.jpg", Facts.titled("Beach"));
    }
    mine.waitFor("is:ready", 4);
    String next = mine.search("beach", "limit", 2).getString("next");
    mine.ask("beach", "limit", 2, "after", next).statusCode(200);
    for (int seed = 0; seed < 200; seed++) {
      String changed = seed < 100 ? withBytesChanged(next, new Random(seed)) : withSignChanged(next, seed - 100);
      Response answer = mine.ask("beach", "limit", 2, "after", changed).extract().response();
      assertThat(answer.statusCode()).as("seed %d: %s", seed, changed).isEqualTo(400);
      assertThat(answer.jsonPath().getString("errors[0].field")).isEqualTo("after");
    }
  }

  private static String withBytesChanged(String cursor, Random random) {
    byte[] bytes = Base64.getUrlDecoder().decode(cursor);
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Counted from the end. */
  private static String withSignChanged(String cursor, int place) {
    int at = cursor.length() - 1 - place;
    char other = (char) (cursor.charAt(at) + (cursor.charAt(at) % 2 == 0 ? 1 : -1));
    return cursor.substring(0, at) + other + cursor.substring(at + 1);
  }

  @Test
  void a_hundred_different_words_are_answered_in_time() {
    String words = IntStream.range(0, 100).mapToObj(FuzzTest::word).collect(Collectors.joining(" OR "));
    long start = System.nanoTime();
    mine.ask(words).statusCode(200);
    mine.ask(words.replace(" OR ", " ")).statusCode(200);
    long took = (System.nanoTime() - start) / 1_000_000;
    LOG.infof("two queries of a hundred words took %d ms", took);
    assertThat(took).isLessThan(SLOWEST_MILLIS);
  }

  private static String word(int number) {
    return "w" + (char) ('a' + number % 26) + (char) ('a' + number / 26) + "ord";
  }

  private String path(Random random) {
    return List.of("/api/search", "/api/search", "/api/search/suggest", "/api/map", "/api/search/similar", "/api/search/like")
        .get(random.nextInt(6));
  }

  private Object[] parameters(Random random) {
    List<Object> all = new ArrayList<>(List.of("q", text(random)));
    for (String name : List.of("limit", "after", "sort", "order", "bbox", "zoom", "id", "distance")) {
      if (random.nextInt(4) == 0) {
        all.add(name);
        all.add(random.nextBoolean() ? text(random) : likely(name, random));
      }
    }
    return all.toArray();
  }

  private String likely(String name, Random random) {
    return switch (name) {
      case "limit", "zoom", "distance" -> String.valueOf(random.nextInt(70) - 5);
      case "sort" -> List.of("relevance", "takenAt", "name", "size", "uploadedAt").get(random.nextInt(5));
      case "order" -> random.nextBoolean() ? "asc" : "desc";
      case "bbox" -> IntStream.range(0, 4).mapToObj(i -> "" + (random.nextInt(400) - 200) / (1 + i % 2)).collect(Collectors.joining(","));
      case "id" -> image.id().toString();
      default -> "WyJ0YWtlbkF0OmRlc2MiXQ";
    };
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(12); length > 0; length--) {
      text.append(
          random.nextInt(10) == 0
              ? String.valueOf((char) random.nextInt(Character.MAX_VALUE))
              : PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
