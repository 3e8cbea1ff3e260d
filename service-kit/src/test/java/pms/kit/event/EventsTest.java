package pms.kit.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import pms.contracts.Ids;
import pms.contracts.ImageTrashed;
import pms.contracts.LifecycleEvent;
import pms.contracts.Topics;
import pms.kit.problem.Problem;
import pms.kit.sample.Announcements;
import pms.kit.sample.LifecycleConsumer;
import pms.platform.test.PmsPlatform;
import pms.platform.test.Tokens;

@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
class EventsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject Announcements announcements;
  @Inject LifecycleConsumer consumer;
  @Inject Inbox inbox;
  @Inject Producer producer;
  @Inject EventConfig config;
  @Inject DataSource database;

  private final UUID image = Ids.next();

  @Test
  void what_was_published_arrives_in_order_and_leaves_the_outbox_empty() {
    List<ImageTrashed> events = LongStream.range(0, 1200).mapToObj(this::trashed).toList();
    announcements.announce(events);
    await().atMost(PATIENCE).until(() -> consumer.handled(image).size() >= events.size());
    assertThat(consumer.handled(image)).isEqualTo(events);
    await().atMost(PATIENCE).until(() -> waitingRows() == 0);
  }

  @Test
  void what_was_rolled_back_is_never_announced() {
    assertThatThrownBy(() -> announcements.announceAndFail(trashed(1))).isInstanceOf(IllegalStateException.class);
    announcements.announce(List.of(trashed(2)));
    await().atMost(PATIENCE).until(() -> !consumer.handled(image).isEmpty());
    assertThat(consumer.handled(image)).extracting(LifecycleEvent::revision).containsExactly(2L);
  }

  @Test
  void a_tombstone_reaches_the_log_and_no_consumer() {
    announcements.announce(List.of(trashed(1)));
    announcements.forget(image);
    announcements.announce(List.of(trashed(2)));
    await().atMost(PATIENCE).until(() -> consumer.handled(image).size() >= 2);
    assertThat(consumer.handled(image)).extracting(LifecycleEvent::revision).containsExactly(1L, 2L);
    assertThat(parkedKeys()).doesNotContain(image.toString());
  }

  @Test
  void nothing_is_published_outside_a_transaction() {
    assertThatThrownBy(() -> announcements.announceOutsideATransaction(trashed(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("transaction");
  }

  @Test
  void garbage_is_parked_and_what_follows_flows_on() throws Exception {
    String topic = config.topic(Topics.IMAGE_DELETED.name());
    producer.send(new ProducerRecord<>(topic, image.toString(), "garbage".getBytes())).get();
    announcements.announce(List.of(trashed(1)));
    await().atMost(PATIENCE).until(() -> consumer.handled(image).size() == 1);
    admin().get("/api/admin/metadata/parked").then().statusCode(200).body("key", hasItem(image.toString()));
  }

  @Test
  void an_event_that_keeps_failing_is_parked_and_can_be_redriven() {
    consumer.breakFor(image);
    announcements.announce(List.of(trashed(1)));
    await().atMost(PATIENCE).until(() -> parkedKeys().contains(image.toString()));
    consumer.mendFor(image);
    admin().post("/api/admin/metadata/parked/redrive?limit=1000").then().statusCode(200);
    assertThat(consumer.handled(image)).extracting(LifecycleEvent::revision).containsExactly(1L);
    assertThat(parkedKeys()).doesNotContain(image.toString());
  }

  @Test
  void parked_events_are_for_admins_only() {
    given().get("/api/admin/metadata/parked").then().statusCode(401).body("status", equalTo(401));
    given().auth().oauth2(Tokens.of("alice")).get("/api/admin/metadata/parked").then().statusCode(403);
    admin().get("/api/admin/metadata/parked?limit=0").then().statusCode(400).body("errors.field", hasItem("limit"));
    admin().get("/api/admin/metadata/parked?limit=many").then().statusCode(400).body("errors.field", hasItem("limit"));
    admin().get("/api/admin/search/parked").then().statusCode(404);
  }

  @Test
  void attempts_are_counted_apart_from_being_done() {
    UUID event = Ids.next();
    assertThat(inbox.attempt(event)).isEqualTo(1);
    assertThat(inbox.attempt(event)).isEqualTo(2);
    assertThat(inbox.isDone(event)).isFalse();
  }

  @Test
  void what_no_topic_takes_is_refused_before_it_keeps_others_waiting() {
    ImageTrashed huge = new ImageTrashed(image, "x".repeat(1 << 20), 1, Instant.EPOCH);
    assertThatThrownBy(() -> announcements.announce(List.of(huge))).isInstanceOf(Problem.class).hasMessageContaining(image.toString());
    announcements.announce(List.of(trashed(2)));
    await().atMost(PATIENCE).until(() -> consumer.handled(image).size() == 1);
  }

  private ImageTrashed trashed(long revision) {
    return new ImageTrashed(image, "alice", revision, Instant.EPOCH);
  }

  private static RequestSpecification admin() {
    return given().auth().oauth2(Tokens.of("admin"));
  }

  private static List<String> parkedKeys() {
    return admin().get("/api/admin/metadata/parked?limit=1000").then().statusCode(200).extract().path("key");
  }

  private long waitingRows() throws SQLException {
    try (Connection connection = database.getConnection();
        ResultSet result = connection.createStatement().executeQuery("SELECT count(*) FROM outbox")) {
      result.next();
      return result.getLong(1);
    }
  }
}
