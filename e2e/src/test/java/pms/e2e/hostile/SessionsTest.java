package pms.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;
import pms.e2e.hostile.TokenDesk.Held;
import pms.e2e.suite.Library;
import pms.e2e.suite.Suite;

/**
 * A7: what the log-in server takes away is gone when the access token expires, at the latest: a disabled user, an ended session, a
 * group, a client whose tokens no longer count. What touches a whole realm is in {@link KeyRotationTest}.
 */
class SessionsTest {
  private final Suite suite = Suite.get();
  private final Doors doors = new Doors(suite);
  private final String name = "brief-" + UUID.randomUUID().toString().substring(0, 8);
  private final TokenDesk desk = new TokenDesk(suite.http(), suite.addresses().oidc(), name);
  private String client;

  @BeforeEach
  void makeAClient() throws Exception {
    client = made("/clients", TokenDesk.briefClient(name));
  }

  @AfterEach
  void removeIt() throws Exception {
    delete("/clients/" + client);
  }

  @Test
  void who_is_disabled_or_logged_out_gets_no_other_token_and_the_last_one_expires() throws Exception {
    PmsClient disabled = suite.user("disabled");
    PmsClient gone = suite.user("gone");
    PmsClient stale = suite.user("stale");
    Held ofDisabled = desk.login(disabled.tokens().user());
    Held ofGone = desk.login(gone.tokens().user());
    Held ofStale = desk.login(stale.tokens().user());
    assertThat(desk.refresh(desk.login(stale.tokens().user())).status()).as("as long as nothing happens").isEqualTo(200);

    change("/users/" + disabled.tokens().subject(), user -> user.put("enabled", false));
    post("/users/" + gone.tokens().subject() + "/logout");
    isRefused(ofDisabled);
    isRefused(ofGone);
    change("/clients/" + client, it -> it.put("notBefore", Instant.now().getEpochSecond() + 1));
    isRefused(ofStale);
    for (Held held : List.of(ofDisabled, ofGone, ofStale)) {
      isDeadEverywhere(held);
    }
  }

  @Test
  void who_left_a_group_loses_what_the_group_sees_with_the_next_token() throws Exception {
    String group = "readers-" + UUID.randomUUID();
    String groupId = made("/groups", "{\"name\":\"" + group + "\"}");
    try {
      PmsClient owner = suite.user("keeper");
      PmsClient member = suite.user("member");
      String id = owner.post("/api/albums", "{\"title\":\"Of the group\"}").json().path("id").asText();
      String album = suite.addresses().gateway() + "/api/albums/" + id;
      owner.post("/api/albums/" + id + "/members", "{\"subject\":\"group:" + group + "\",\"role\":\"viewer\"}");
      suite.accounts().join(member, group);
      await().atMost(Library.SOON).until(() -> doors.status(album, desk.login(member.tokens().user()).authorization()) == 200);

      Held before = desk.login(member.tokens().user());
      delete("/users/" + member.tokens().subject() + "/groups/" + groupId);
      JsonNode next = desk.refresh(before).json();
      assertThat(doors.status(album, Held.of(next).authorization())).isIn(404, 401);
      Held after = desk.login(member.tokens().user());
      assertThat(Forgery.of(after.access()).claims().path("groups").toString()).doesNotContain(group);
      await().atMost(Library.SOON).until(() -> doors.status(album, desk.login(member.tokens().user()).authorization()) == 404);
      isDeadEverywhere(before);
    } finally {
      delete("/groups/" + groupId);
    }
  }

  private void isDeadEverywhere(Held held) {
    for (Map.Entry<String, String> door : doors.all().entrySet()) {
      await(door.getKey())
          .atMost(Library.SOON)
          .pollInterval(Duration.ofMillis(200))
          .until(() -> doors.status(door.getValue(), held.authorization()) == 401);
    }
  }

  private void isRefused(Held held) throws Exception {
    Answer refused = desk.refresh(held);
    assertThat(refused.status()).as("%s", refused).isEqualTo(400);
  }

  private String made(String path, String json) throws Exception {
    Answer answer = suite.accounts().send(
        suite.accounts().admin(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    String location = answer.header("Location").orElseThrow();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private void change(String path, Consumer<ObjectNode> change) throws Exception {
    ObjectNode whole = (ObjectNode) suite.accounts().send(suite.accounts().admin(path).GET()).json();
    change.accept(whole);
    ok(suite.accounts().send(suite.accounts()
        .admin(path)
        .header("Content-Type", "application/json")
        .PUT(BodyPublishers.ofString(whole.toString()))));
  }

  private void post(String path) throws Exception {
    ok(suite.accounts().send(suite.accounts().admin(path).POST(BodyPublishers.noBody())));
  }

  private void delete(String path) throws Exception {
    ok(suite.accounts().send(suite.accounts().admin(path).DELETE()));
  }

  private static void ok(Answer answer) {
    assertThat(answer.ok()).as("%s", answer).isTrue();
  }
}
