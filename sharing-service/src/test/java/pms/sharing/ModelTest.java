package pms.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long random histories: whatever happens, everybody may do exactly what the model says. A1, A4, A6 */
@QuarkusTest
class ModelTest extends SharingTest {

  private static final List<String> USERS = List.of("alice", "bob", "carol", "admin");
  private static final List<String> LABELS = List.of("user:alice", "user:bob", "user:carol", "group:family");
  private static final List<String> ROLES = List.of("viewer", "contributor", "editor", "owner");
  private static final List<String> LEVELS = List.of("view", "download", "edit");
  private static final int STEPS = 120;

  private final AccessModel model = new AccessModel();
  private final Map<String, String> grantIds = new HashMap<>();
  private final List<UUID> albums = new ArrayList<>();
  private final List<UUID> images = new ArrayList<>();
  private Random random;
  private int effects;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void everybody_may_exactly_what_the_model_says(long seed) {
    random = new Random(seed);
    begin();
    for (int step = 0; step < STEPS; step++) {
      String done = step();
      for (String user : USERS) {
        String right = any(LEVELS);
        List<String> allowed =
            json(user, Map.of("ids", images, "right", right)).post("/internal/access").then().statusCode(200).extract().path("allowed");
        assertThat(allowed).as("seed %d, step %d: %s, then %s for %s", seed, step, done, right, user)
            .containsExactlyInAnyOrderElementsOf(model.allowed(user, right).stream().map(UUID::toString).toList());
      }
    }
    assertThat(effects).as("steps that changed something").isGreaterThan(STEPS / 12);
  }

  private void begin() {
    USERS.forEach(user -> as(user).get("/api/albums").then().statusCode(200));
    for (String user : List.of("alice", "alice", "bob", "carol")) {
      UUID album = album(user, "model");
      albums.add(album);
      model.album(album, user);
    }
    images("alice", ALICE, 3).forEach(image -> image(image, "alice"));
    images("bob", BOB, 2).forEach(image -> image(image, "bob"));
  }

  private void image(UUID image, String owner) {
    images.add(image);
    model.image(image, owner);
  }

  private String step() {
    String actor = any(USERS);
    UUID album = any(albums);
    UUID image = any(images);
    return switch (random.nextInt(9)) {
      case 0, 1 -> invite(actor, album, any(LABELS), random.nextInt(4));
      case 2 -> remove(actor, album, any(LABELS));
      case 3 -> leave(actor, album);
      case 4 -> nest(actor, album, random.nextInt(3) == 0 ? null : any(albums));
      case 5, 6 -> add(actor, album, image);
      case 7 -> take(actor, album, image);
      default -> random.nextBoolean() ? grant(actor, image, any(LABELS), random.nextInt(3)) : revoke(actor, image, any(LABELS));
    };
  }

  private String invite(String actor, UUID album, String label, int role) {
    Response answer = json(actor, Map.of("subject", label, "role", ROLES.get(role))).post(members(album));
    boolean impossible = label.startsWith("group:") && role == 3;
    judge(answer, impossible ? 400 : needs(actor, album, 4), () -> model.members.get(album).put(label, role + 1));
    return actor + " invites " + label + " as " + ROLES.get(role) + ": " + answer.statusCode();
  }

  private String remove(String actor, UUID album, String label) {
    Response answer = as(actor).delete(members(album) + "/" + label);
    boolean absent = !model.members.get(album).containsKey(label);
    boolean leaves = !absent && label.equals("user:" + actor);
    int needed = needs(actor, album, leaves ? 1 : 4);
    judge(answer, needed == 0 && absent ? 404 : needed, () -> model.members.get(album).remove(label));
    return actor + " removes " + label + ": " + answer.statusCode();
  }

  private String leave(String actor, UUID album) {
    Response answer = as(actor).delete(members(album) + "/user:me");
    judge(answer, needs(actor, album, 1), () -> model.members.get(album).remove("user:" + actor));
    return actor + " leaves: " + answer.statusCode();
  }

  private String nest(String actor, UUID album, UUID around) {
    String body = "{\"parent\":" + (around == null ? "null" : "\"" + around + "\"") + "}";
    Response answer = as(actor).contentType(ContentType.JSON).body(body).patch("/api/albums/" + album);
    int needed = around == null || needs(actor, around, 3) == 0 ? needs(actor, album, 4) : needs(actor, around, 3);
    judge(answer, needed, () -> model.parents.put(album, around));
    return actor + " nests: " + answer.statusCode();
  }

  private String add(String actor, UUID album, UUID image) {
    Response answer = json(actor, Map.of("ids", List.of(image))).post(items(album));
    int needed = needs(actor, album, 2);
    judge(answer, needed == 0 && !model.owners.get(image).equals(actor) ? 404 : needed, () -> model.items.get(album).add(image));
    return actor + " adds: " + answer.statusCode();
  }

  private String take(String actor, UUID album, UUID image) {
    Response answer = as(actor).delete(items(album) + "/" + image);
    boolean there = model.items.get(album).contains(image);
    boolean own = model.owners.get(image).equals(actor);
    int needed = !there ? 404 : own ? 0 : needs(actor, album, 3);
    judge(answer, needed, () -> model.items.get(album).remove(image));
    return actor + " takes out: " + answer.statusCode();
  }

  private String grant(String actor, UUID image, String label, int level) {
    Response answer = json(actor, Map.of("subject", label, "right", LEVELS.get(level))).post("/api/images/" + image + "/grants");
    boolean own = model.owners.get(image).equals(actor);
    judge(answer, !own ? 404 : label.equals("user:" + actor) ? 400 : 0, () -> {
      model.grants.get(image).put(label, level + 1);
      grantIds.put(image + label, answer.path("id"));
    });
    return actor + " grants " + LEVELS.get(level) + " to " + label + ": " + answer.statusCode();
  }

  private String revoke(String actor, UUID image, String label) {
    String grant = grantIds.getOrDefault(image + label, UUID.randomUUID().toString());
    Response answer = as(actor).delete("/api/images/" + image + "/grants/" + grant);
    boolean own = model.owners.get(image).equals(actor);
    judge(answer, own && model.grants.get(image).containsKey(label) ? 0 : 404, () -> model.grants.get(image).remove(label));
    return actor + " revokes from " + label + ": " + answer.statusCode();
  }

  /** 0 when the role is high enough, else the status of the refusal. */
  private int needs(String actor, UUID album, int rank) {
    int role = model.role(actor, album);
    return role >= rank ? 0 : role == 0 ? 404 : 403;
  }

  /** Who may not is refused so; who may is let through, unless the album's state forbids it: last owner, circle, out of sight. */
  private void judge(Response answer, int refusal, Runnable effect) {
    if (refusal != 0) {
      assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(refusal);
    } else if (answer.statusCode() / 100 == 2) {
      effect.run();
      effects++;
    } else {
      assertThat(answer.statusCode()).as(answer.asString()).isIn(400, 403, 409);
    }
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
