package pms.processing.image;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.contracts.ThumbnailEvent;
import pms.contracts.ThumbnailsFailed;
import pms.contracts.ThumbnailsReady;
import pms.processing.ServiceTest;
import pms.processing.render.HostileSeeds;

/** H1 through the whole service: what a file can do to a decoder is never more than the file's own failure. */
@QuarkusTest
class HostileUploadsTest extends ServiceTest {

  @Test
  void whatever_is_uploaded_ends_shown_or_with_a_reason_and_the_service_goes_on() {
    Map<UUID, String> sent = new LinkedHashMap<>();
    Map<String, byte[]> seeds = HostileSeeds.all();
    Random random = new Random(7);
    seeds.forEach((name, seed) -> {
      String how = HostileSeeds.WAYS.get(sent.size() % HostileSeeds.WAYS.size());
      sent.put(upload(withLastDigit('0'), HostileSeeds.damaged(how, seed, seeds, random)), how + " " + name);
    });
    sent.forEach((id, what) -> {
      ThumbnailEvent told = told(id);
      if (told instanceof ThumbnailsFailed failed) {
        assertThat(failed.reason()).as(what).matches("(?s)[A-Z].*\\.").doesNotContain("stopped the program");
      }
      int status = told instanceof ThumbnailsReady ? 200 : 404;
      assertThat(get("alice", id, "small").statusCode()).as(what).isEqualTo(status);
      as("alice").get(original(id)).then().statusCode(200);
    });
    given().get("/q/health").then().statusCode(200);
    assertThat(size(get("alice", ready(PICTURE), "small"))).isEqualTo("250x267");
  }
}
