package pms.processing.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pms.contracts.ObjectKeys;
import pms.processing.ServiceTest;

/** Renditions on demand, on real back ends. */
@QuarkusTest
class TransformsTest extends ServiceTest {

  @Inject MeterRegistry meters;
  @Inject RenderCosts costs;
  @Inject EntityManager database;

  @ParameterizedTest
  @CsvSource({
    "w=300,300x320", "h=320,300x320", "w=300&h=100,94x100", "w=300&h=100&fit=cover,300x100", "w=300&h=100&fit=contain,300x100",
    "w=300&h=100&fit=fill,300x100", "w=300&h=100&fit=outside,300x320", "w=4096,1500x1600", "w=60&h=60&fit=cover&crop=1.0,60x60"
  })
  void a_picture_comes_in_the_size_that_is_asked_for(String query, String size) {
    UUID id = ready(PICTURE);
    String asked = query.endsWith("crop=1.0") ? query + ",0" : query;
    assertThat(size(render("alice", id, asked))).isEqualTo(size);
  }

  @Test
  void the_focus_decides_what_is_cut_off() {
    UUID id = ready(PICTURE);
    // Upright, the red corner is at the upper right, the white one at the upper left.
    int right = picture(render("alice", id, "w=40&h=200&fit=cover&crop=1,0&format=png")).getRGB(20, 20);
    int left = picture(render("alice", id, "w=40&h=200&fit=cover&crop=0,0&format=png")).getRGB(20, 20);
    assertThat(right >> 8 & 255).as("red has no green").isLessThan(60);
    assertThat(left >> 8 & 255).as("white has").isGreaterThan(200);
  }

  @Test
  void a_rendition_is_kept_and_can_be_kept_by_others() {
    UUID id = ready(PICTURE);
    Response first = render("alice", id, "w=321");
    first.then().statusCode(200).contentType("image/jpeg").header("ETag", matchesPattern("\"[0-9a-f]{64}\""))
        .header("Cache-Control", "private, no-cache").header("Vary", containsString("Accept")).header("X-Content-Type-Options", "nosniff");
    double made = made();
    assertThat(render("alice", id, "w=321&fit=outside").asByteArray()).isEqualTo(first.asByteArray());
    as("alice").header("If-None-Match", first.header("ETag")).get(image(id) + "/render?w=321").then().statusCode(304);
    render("alice", id, "w=321&version=1").then().header("Cache-Control", "private, max-age=31536000, immutable");
    render("alice", id, "w=321&format=jpeg").then().header("Vary", "Authorization");
    assertThat(made()).isEqualTo(made);
    assertThat(as("alice").head(image(id) + "/render?w=321").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "x=1,w", "w=0,w", "w=4097,w", "h=-1,h", "w=9&fit=zoom,fit", "w=9&crop=0.5,crop", "w=9&format=tiff,format", "w=9&quality=0,quality",
    "w=9&version=0,version"
  })
  void what_cannot_be_is_refused_by_its_name(String query, String field) {
    UUID id = ready(PICTURE);
    render("alice", id, query).then().statusCode(400).contentType("application/problem+json").body("errors[0].field", equalTo(field));
  }

  /** R5: a hundred who ask for the same at the same time have it decoded once. */
  @Test
  void a_hundred_at_once_are_served_by_one_rendering() throws Exception {
    UUID id = ready(PICTURE);
    double made = made();
    Set<Integer> lengths = new HashSet<>();
    Callable<Response> ask = () -> render("alice", id, "w=777&quality=33");
    try (ExecutorService crowd = Executors.newFixedThreadPool(100)) {
      for (Future<Response> each : crowd.invokeAll(Collections.nCopies(100, ask))) {
        each.get().then().statusCode(200);
        lengths.add(each.get().asByteArray().length);
      }
    }
    assertThat(lengths).hasSize(1);
    assertThat(made() - made).isEqualTo(1);
  }

  /** R5: who has had much rendered waits; what is kept costs nothing. */
  @Test
  void a_caller_who_has_much_rendered_is_told_to_wait() {
    UUID id = ready(withLastDigit('a'), PICTURE);
    render("carol", id, "w=50").then().statusCode(200);
    Response refused = null;
    for (int w = 51; w < 100 && (refused == null || refused.statusCode() == 200); w++) {
      spend(subject("carol"));
      refused = render("carol", id, "w=" + w);
    }
    refused.then().statusCode(429).contentType("application/problem+json").header("Retry-After", matchesPattern("[1-9]\\d?"))
        .body("type", equalTo("urn:pms:problem:too-many-renders"));
    render("carol", id, "w=50").then().statusCode(200);
    render("alice", id, "w=51").then().statusCode(200);
  }

  private void spend(String caller) {
    boolean rich = true;
    while (rich) {
      try {
        costs.charge(caller, 1);
      } catch (TooManyRenders poor) {
        rich = false;
      }
    }
  }

  /** R5: of one picture only so much is kept, and what was used last stays. */
  @Test
  void what_nobody_used_for_long_makes_room() {
    UUID id = ready(PICTURE);
    QuarkusTransaction.requiringNew().run(() -> {
      for (int i = 0; i < 100; i++) {
        kept(id, i).persist();
      }
    });
    render("alice", id, "w=123").then().statusCode(200);
    assertThat(names(id)).hasSize(100).doesNotContain("old0").contains("old1", "old99");
    String gone = ObjectKeys.rendition(alice, id, 1, "old0/");
    assertThat(QuarkusTransaction.requiringNew().call(() -> database
        .createNativeQuery("SELECT prefix FROM leftover WHERE prefix = ?1").setParameter(1, gone).getResultList())).hasSize(1);
  }

  private Transform kept(UUID id, int number) {
    Transform kept = new Transform();
    kept.ownerId = alice;
    kept.imageId = id;
    kept.version = 1;
    kept.name = "old" + number;
    kept.format = "image/jpeg";
    kept.checksum = "none";
    kept.objectKey = ObjectKeys.rendition(alice, id, 1, "old" + number + "/render.jpg");
    kept.lastUsed = Instant.now().minusSeconds(1000 - number);
    return kept;
  }

  private Set<String> names(UUID id) {
    return QuarkusTransaction.requiringNew().call(() -> {
      Set<String> names = new HashSet<>();
      Transform.<Transform>list("ownerId = ?1 and imageId = ?2", alice, id).forEach(kept -> names.add(kept.name));
      return names;
    });
  }

  @Test
  void another_s_picture_is_rendered_for_nobody() {
    UUID id = ready(withLastDigit('0'), PICTURE);
    render("bob", id, "w=50").then().statusCode(404).body("type", equalTo("urn:pms:problem:not-found"));
    UUID shared = ready(withLastDigit('b'), PICTURE);
    render("bob", shared, "w=50").then().statusCode(200);
    render("bob", shared, "w=50&version=2").then().statusCode(404);
  }

  @Test
  void a_picture_that_cannot_be_read_says_why() {
    UUID broken = upload(UUID.randomUUID(), new byte[500]);
    told(broken);
    render("alice", broken, "w=50").then().statusCode(422).body("type", equalTo("urn:pms:problem:not-renderable")).body("detail", containsString("Unsupported format"));
  }

  private double made() {
    return meters.counter("pms.processing.transforms").count();
  }

  private static Response render(String user, UUID id, String query) {
    return as(user).get(image(id) + "/render?" + query);
  }
}
