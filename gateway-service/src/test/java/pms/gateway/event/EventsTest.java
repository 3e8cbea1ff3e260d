package pms.gateway.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.contracts.EventJson;
import pms.contracts.AlbumChanged;
import pms.contracts.AlbumNews;
import pms.contracts.ImagePurged;
import pms.contracts.ImageUploaded;
import pms.contracts.PmsEvent;
import pms.contracts.ThumbnailsReady;
import pms.contracts.Topic;
import pms.contracts.Topics;
import pms.gateway.Client;
import pms.gateway.Gateway;
import pms.platform.test.PmsPlatform;
import pms.platform.test.TestUser;
import pms.platform.test.TestUsers;

/** Check N5: who listens gets their own changes, all of them, or is told that some are missing. */
@QuarkusTest
@TestProfile(Gateway.class)
class EventsTest {

  @TestHTTPResource URI base;

  private final TestUser alice = TestUsers.create();
  private final TestUser bob = TestUsers.create();
  private final List<Stream> streams = new ArrayList<>();
  private Client client;
  private KafkaProducer<String, byte[]> kafka;

  @BeforeEach
  void open() {
    client = new Client(base);
    kafka =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", PmsPlatform.endpoints().kafka()), new StringSerializer(), new ByteArraySerializer());
  }

  @AfterEach
  void close() {
    kafka.close();
    streams.forEach(Stream::close);
  }

  @Test
  void the_owner_hears_of_each_change_and_nobody_else_does() {
    Stream hers = listen(alice, null);
    Stream his = listen(bob, null);
    UUID image = UUID.randomUUID();
    send(Topics.IMAGE_UPLOADED, new ImageUploaded(image, alice.id(), "canary.jpg", "image/jpeg", 1, "0", "canary", 4, 3, Instant.now()));
    send(Topics.THUMBNAIL_READY, new ThumbnailsReady(image, alice.id(), 1, 1, List.of(), 40, 30, "aGFzaA==", null, 0, Instant.now()));
    await().atMost(Duration.ofSeconds(60)).until(() -> hers.events().size() == 2);
    assertThat(hers.names()).containsExactlyInAnyOrder("ImageUploaded", "ThumbnailsReady");
    Map<String, String> ready = hers.events().stream().filter(e -> e.get("event").equals("ThumbnailsReady")).findFirst().orElseThrow();
    assertThat(Client.json(ready.get("data")).path("imageId").asText()).isEqualTo(image.toString());
    assertThat(Client.json(ready.get("data")).path("thumbhash").asText()).isEqualTo("aGFzaA==");
    assertThat(hers.events().toString()).doesNotContain("canary");
    UUID his1 = send(Topics.IMAGE_DELETED, new ImagePurged(UUID.randomUUID(), bob.id(), 1, Instant.now()));
    await().atMost(Duration.ofSeconds(60)).until(() -> !his.events().isEmpty());
    assertThat(his.events()).hasSize(1);
    assertThat(Client.json(his.events().getFirst().get("data")).path("imageId").asText()).isEqualTo(his1.toString());
    assertThat(hers.events()).hasSize(2);
  }

  /** A6, D7: in the stream and in what is told to who comes back. */
  @Test
  void members_hear_of_their_album_until_they_are_put_out_of_it() {
    Stream his = listen(bob, null);
    send(Topics.IMAGE_DELETED, new ImagePurged(UUID.randomUUID(), bob.id(), 1, Instant.now()));
    await().atMost(Duration.ofSeconds(60)).until(() -> his.events().size() == 1);
    UUID album = UUID.randomUUID();
    UUID picture = UUID.randomUUID();
    album(album, List.of("user:" + bob.id()), new AlbumNews("changed", List.of("user:" + bob.id()), List.of(), List.of()));
    album(album, List.of("user:" + bob.id()), new AlbumNews("pictures-changed", List.of(), List.of(), List.of(picture)));
    album(album, List.of(), new AlbumNews("changed", List.of(), List.of("user:" + bob.id()), List.of()));
    album(album, List.of(), new AlbumNews("commented", List.of(), List.of(), List.of()));
    await().atMost(Duration.ofSeconds(60)).until(() -> his.events().size() == 4);
    assertThat(his.names()).containsExactly("ImagePurged", "AlbumShared", "AlbumChanged", "AlbumLost");
    assertThat(his.events().get(2).get("data")).contains(picture.toString()).doesNotContain("canary");
    Stream again = listen(bob, his.events().getFirst().get("id"));
    await().atMost(Duration.ofSeconds(60)).until(() -> !again.events().isEmpty());
    assertThat(again.names()).containsExactly("AlbumLost");
    assertThat(his.events()).hasSize(4);
  }

  @Test
  void a_stream_is_alive_even_when_nothing_happens() {
    Stream quiet = listen(alice, null);
    await().atMost(Duration.ofSeconds(60)).until(() -> quiet.lines.stream().filter(line -> line.startsWith(":")).count() >= 3);
    assertThat(quiet.response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
    assertThat(quiet.response.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void who_comes_back_misses_nothing() {
    Stream first = listen(alice, null);
    purge(alice);
    await().atMost(Duration.ofSeconds(60)).until(() -> first.events().size() == 1);
    first.close();
    UUID missed = purge(alice);
    UUID also = purge(alice);
    Stream witness = listen(alice, null);
    UUID live = purge(alice);
    await().atMost(Duration.ofSeconds(60)).until(() -> !witness.events().isEmpty());
    Stream second = listen(alice, first.events().getFirst().get("id"));
    await().atMost(Duration.ofSeconds(60)).until(() -> second.events().size() == 3);
    assertThat(second.images()).containsExactlyInAnyOrder(missed.toString(), also.toString(), live.toString());
    assertThat(second.names()).doesNotContain("reset");
  }

  @Test
  void who_was_away_too_long_is_told_to_begin_anew() {
    Stream first = listen(alice, null);
    for (int i = 0; i < 15; i++) {
      purge(alice);
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> first.events().size() == 15);
    Stream second = listen(alice, first.events().getFirst().get("id"));
    await().atMost(Duration.ofSeconds(60)).until(() -> second.events().size() == 11);
    assertThat(second.names().getFirst()).isEqualTo("reset");
    Stream strange = listen(alice, "never-given");
    await().atMost(Duration.ofSeconds(60)).until(() -> !strange.events().isEmpty());
    assertThat(strange.names().getFirst()).isEqualTo("reset");
  }

  @Test
  void one_user_holds_only_so_many_streams() {
    listen(bob, null);
    Stream last = listen(bob, null);
    listen(bob, null);
    HttpResponse<String> refused = client.get("/api/events", "Authorization", "Bearer " + bob.token());
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(Client.json(refused).path("type").asText()).isEqualTo("urn:pms:problem:too-many-streams");
    last.close();
    await().atMost(Duration.ofSeconds(60)).until(() -> {
      Stream again = new Stream(client, bob, null);
      streams.add(again);
      return again.response.statusCode() == 200;
    });
  }

  @Test
  void what_cannot_be_read_is_left_out_and_the_rest_goes_on() {
    Stream hers = listen(alice, null);
    kafka.send(new ProducerRecord<>(topic(Topics.IMAGE_UPLOADED), "x", "no json".getBytes(StandardCharsets.UTF_8)));
    ProducerRecord<String, byte[]> garbage = new ProducerRecord<>(topic(Topics.IMAGE_DELETED), "x", new byte[] {1, 2});
    garbage.headers().add("ce_type", "pms.ImagePurged".getBytes(StandardCharsets.UTF_8));
    kafka.send(garbage);
    ProducerRecord<String, byte[]> ownerless = new ProducerRecord<>(topic(Topics.IMAGE_DELETED), "x", "{}".getBytes(StandardCharsets.UTF_8));
    ownerless.headers().add("ce_type", "pms.ImagePurged".getBytes(StandardCharsets.UTF_8));
    kafka.send(ownerless);
    purge(alice);
    await().atMost(Duration.ofSeconds(60)).until(() -> hers.events().size() == 1);
  }

  private void album(UUID id, List<String> viewers, AlbumNews news) {
    send(Topics.ALBUM_CHANGED, new AlbumChanged(id, alice.id(), 1, "canary", "canary", null, 1, viewers, Instant.now(), news));
  }

  private UUID purge(TestUser owner) {
    return send(Topics.IMAGE_DELETED, new ImagePurged(UUID.randomUUID(), owner.id(), 1, Instant.now()));
  }

  private <E extends PmsEvent> UUID send(Topic<E> topic, E event) {
    ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic(topic), event.key(), EventJson.write(event));
    message.headers().add("ce_type", Topic.typeOf(event.getClass()).getBytes(StandardCharsets.UTF_8));
    try {
      kafka.send(message).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return UUID.fromString(event.key());
  }

  private static String topic(Topic<?> topic) {
    return PmsPlatform.names().topic(topic.name());
  }

  private Stream listen(TestUser user, String lastId) {
    Stream stream = new Stream(client, user, lastId);
    streams.add(stream);
    assertThat(stream.response.statusCode()).isEqualTo(200);
    await().atMost(Duration.ofSeconds(60)).until(() -> !stream.lines.isEmpty());
    return stream;
  }

  /** A listening client. */
  private static final class Stream {
    private final HttpResponse<java.io.InputStream> response;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    Stream(Client client, TestUser user, String lastId) {
      var request = client.request("/api/events", "Authorization", "Bearer " + user.token(), "Accept", "text/event-stream");
      if (lastId != null) {
        request.header("Last-Event-ID", lastId);
      }
      response = client.send(request, BodyHandlers.ofInputStream());
      Thread.ofVirtual().start(this::read);
    }

    private void read() {
      try (BufferedReader reader = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
        reader.lines().forEach(lines::add);
      } catch (IOException | UncheckedIOException closed) {
        lines.add(": closed");
      }
    }

    List<Map<String, String>> events() {
      List<Map<String, String>> events = new ArrayList<>();
      for (String block : (String.join("\n", lines) + "\n").split("\n\n")) {
        Map<String, String> event = new java.util.HashMap<>();
        for (String line : block.split("\n")) {
          int colon = line.indexOf(':');
          if (colon > 0) {
            event.put(line.substring(0, colon), line.substring(colon + 1).strip());
          }
        }
        if (event.containsKey("event") && event.containsKey("data")) {
          events.add(event);
        }
      }
      return events;
    }

    List<String> names() {
      return events().stream().map(event -> event.get("event")).toList();
    }

    List<String> images() {
      return events().stream().map(event -> Client.json(event.get("data")).path("imageId").asText()).toList();
    }

    void close() {
      try {
        response.body().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
