package pms.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.contracts.AlbumChanged;
import pms.contracts.AlbumDeleted;
import pms.contracts.AlbumEvent;
import pms.contracts.AlbumNews;
import pms.contracts.GrantRevoked;
import pms.contracts.ImageAccessChanged;
import pms.contracts.MetadataChanged;
import pms.contracts.Topics;

/** What an album's members and those with a grant are told, as it stands on the topics. */
@QuarkusTest
class NewsTest extends PublicTest {

  @Test
  void who_is_new_who_is_gone_and_what_was_said_is_told_with_the_album_as_it_is() {
    UUID image = picture();
    UUID album = albumWith(image);
    invite("alice", album, "user:" + BOB, "viewer");
    json("bob", Map.of("text", "Lovely")).post("/api/albums/" + album + "/comments").then().statusCode(201);
    await().atMost(Duration.ofSeconds(60)).until(() -> told(album, new AlbumNews("commented", List.of(), List.of(), List.of())));
    json("bob", Map.of("text", "Lovely")).post("/api/images/" + image + "/comments").then().statusCode(201);
    await().atMost(Duration.ofSeconds(60)).until(() -> told(album, new AlbumNews("commented", List.of(), List.of(), List.of(image))));
    as("bob").put("/api/images/" + image + "/reactions/🎉").then().statusCode(204);
    await().atMost(Duration.ofSeconds(60)).until(() -> told(album, new AlbumNews("reacted", List.of(), List.of(), List.of(image))));
    tell(Topics.METADATA_EXTRACTED, new MetadataChanged(image, ALICE, 2, metadata("new"), Instant.now()));
    await().atMost(Duration.ofSeconds(60)).until(() -> told(album, new AlbumNews("pictures-changed", List.of(), List.of(), List.of(image))));
    as("alice").delete(members(album) + "/user:" + BOB).then().statusCode(204);
    assertThat(told(album, new AlbumNews("changed", List.of("user:" + BOB), List.of(), List.of()))).isTrue();
    await().atMost(Duration.ofSeconds(60)).until(() -> told(album, new AlbumNews("changed", List.of(), List.of("user:" + BOB), List.of())));
    as("alice").delete("/api/albums/" + album).then().statusCode(204);
    await().atMost(Duration.ofSeconds(60)).until(() -> Heard.on(Topics.ALBUM_CHANGED, album).getLast() instanceof AlbumDeleted gone && gone.viewers().equals(List.of("user:" + ALICE)));
  }

  /** No older truth may come last in the log: what is told again carries the revision that counts. */
  @Test
  void news_carry_the_album_as_it_is() {
    UUID album = albumWith();
    json("alice", Map.of("text", "First")).post("/api/albums/" + album + "/comments").then().statusCode(201);
    json("alice", Map.of("title", "Renamed")).patch("/api/albums/" + album).then().statusCode(200);
    await().atMost(Duration.ofSeconds(60)).until(() -> told(album, new AlbumNews("commented", List.of(), List.of(), List.of())));
    List<AlbumEvent> events = Heard.on(Topics.ALBUM_CHANGED, album);
    assertThat(events).map(event -> ((AlbumChanged) event).revision()).isSorted();
  }

  @Test
  void a_grant_tells_whose_it_was() {
    UUID image = picture();
    String grant = json("alice", Map.of("subject", "user:" + BOB, "right", "view")).post("/api/images/" + image + "/grants").then().statusCode(201).extract().path("id");
    await().atMost(Duration.ofSeconds(60)).until(() -> Heard.on(Topics.ACCESS_CHANGED, image).size() == 1);
    json("bob", Map.of("text", "Lovely")).post("/api/images/" + image + "/comments").then().statusCode(201);
    await().atMost(Duration.ofSeconds(60)).until(() -> Heard.on(Topics.ACCESS_CHANGED, image).size() == 2);
    assertThat(Heard.on(Topics.ACCESS_CHANGED, image)).allMatch(event -> ((ImageAccessChanged) event).viewers().equals(List.of("user:" + BOB)));
    as("alice").delete("/api/images/" + image + "/grants/" + grant).then().statusCode(204);
    await().atMost(Duration.ofSeconds(60)).until(() -> Heard.on(Topics.ACCESS_CHANGED, image).stream().anyMatch(event -> event instanceof GrantRevoked gone && ("user:" + BOB).equals(gone.subject())));
  }

  private static boolean told(UUID album, AlbumNews news) {
    return Heard.on(Topics.ALBUM_CHANGED, album).stream().anyMatch(event -> event instanceof AlbumChanged changed && news.equals(changed.news()));
  }
}
