package pms.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;
import pms.e2e.sample.TestPictures;
import pms.e2e.suite.Library;

/** A picture in an album of one user, everything that can hang on it, and the others' relation to it. */
final class World {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");
  private static final AtomicInteger SEED = new AtomicInteger(90_000);

  private final Map<CastMember, PmsClient> cast;
  private final Map<String, String> things = new HashMap<>();

  private World(Map<CastMember, PmsClient> cast) {
    this.cast = new EnumMap<>(cast);
  }

  /** @param ready waits for thumbnails and facts */
  static World of(Map<CastMember, PmsClient> cast, boolean ready) throws IOException, InterruptedException {
    World world = new World(cast);
    world.pictures(ready);
    world.album();
    world.around();
    return world;
  }

  /** Waits until the picture can be edited. */
  void ready() {
    new Library(owner()).ready(things.get("image"));
  }

  /** The path with its variables replaced by the ids of things here. */
  String path(String template) {
    Matcher variable = VARIABLE.matcher(template);
    StringBuilder path = new StringBuilder();
    while (variable.find()) {
      String thing = things.get(variable.group(1));
      if (thing == null) {
        throw new IllegalArgumentException("the world has no " + variable.group());
      }
      variable.appendReplacement(path, Matcher.quoteReplacement(PmsClient.encoded(thing)));
    }
    return variable.appendTail(path).toString();
  }

  /** The text with the variables it knows replaced. */
  String fill(String text) {
    String filled = text;
    for (Map.Entry<String, String> thing : things.entrySet()) {
      filled = filled.replace("{" + thing.getKey() + "}", thing.getValue());
    }
    return filled;
  }

  /**
   * The same world in which one thing never was: the picture that the body wants to add, else the picture or the album of the
   * path.
   */
  World withoutWhatIsForeign(String path, String body) {
    World other = new World(cast);
    other.things.putAll(things);
    String missing = body != null && body.contains("{other}") ? "other" : path.contains("{image}") ? "image" : "album";
    other.things.put(missing, UUID.randomUUID().toString());
    return other;
  }

  private void pictures(boolean ready) throws IOException, InterruptedException {
    Library owner = new Library(owner());
    String image = owner.add(TestPictures.jpeg(SEED.incrementAndGet()), "shared.jpg");
    if (ready) {
      owner.ready(image);
    }
    things.put("image", image);
    things.put("second", owner.add(TestPictures.jpeg(SEED.incrementAndGet()), "second.jpg"));
    things.put("other", owner.add(TestPictures.jpeg(SEED.incrementAndGet()), "other.jpg"));
    things.put("owner", owner().tokens().subject());
    things.put("size", "small");
    things.put("number", "1");
    things.put("bucket", "unknown");
    things.put("service", "search");
    things.put("emoji", "❤");
  }

  private void album() throws IOException, InterruptedException {
    things.put("album", made(owner().post("/api/albums", "{\"title\":\"Shared\"}")));
    String album = "/api/albums/" + things.get("album");
    ok(owner().post(album + "/items", fill("{\"ids\":[\"{image}\",\"{second}\"]}")));
    member(album, name(CastMember.EDITOR), "editor");
    member(album, name(CastMember.CONTRIBUTOR), "contributor");
    member(album, name(CastMember.VIEWER), "viewer");
    member(album, "group:family", "viewer");
    things.put("member", name(CastMember.VIEWER));
    things.put("editor", name(CastMember.EDITOR));
    things.put("stranger", name(CastMember.STRANGER));
  }

  private void around() throws IOException, InterruptedException {
    String grant = "{\"subject\":\"%s\",\"right\":\"view\"}".formatted(name(CastMember.GRANTEE));
    things.put("grant", made(owner().post("/api/images/" + things.get("image") + "/grants", grant)));
    JsonNode link = ok(owner().post("/api/links", fill("{\"album\":\"{album}\"}"))).json();
    things.put("link", link.path("id").asText());
    things.put("token", link.path("url").asText().replaceAll(".*/", ""));
    things.put("comment", made(owner().post("/api/images/" + things.get("image") + "/comments", "{\"text\":\"Ours\"}")));
    things.put("albumComment", made(owner().post("/api/albums/" + things.get("album") + "/comments", "{\"text\":\"Ours\"}")));
    things.put("category", made(owner().post("/api/categories", "{\"name\":\"c%d\"}".formatted(SEED.incrementAndGet()))));
    things.put("tag", "lake" + SEED.incrementAndGet());
    ok(owner().patch("/api/images/" + things.get("image"), fill("{\"tags\":[\"{tag}\"]}")));
    JsonNode history = ok(owner().get("/api/images/" + things.get("image") + "/history")).json();
    things.put("entry", history.path("items").path(0).path("id").asText());
    String change = fill("{\"ids\":[\"{second}\"],\"change\":{\"rating\":3}}");
    things.put("job", made(owner().post("/api/images/bulk", change)));
  }

  private void member(String album, String subject, String role) throws IOException, InterruptedException {
    ok(owner().post(album + "/members", "{\"subject\":\"%s\",\"role\":\"%s\"}".formatted(subject, role)));
  }

  private PmsClient owner() {
    return cast.get(CastMember.OWNER);
  }

  private String name(CastMember member) {
    return "user:" + cast.get(member).tokens().user();
  }

  private static String made(Answer answer) {
    return ok(answer).json().path("id").asText();
  }

  private static Answer ok(Answer answer) {
    assertThat(answer.ok()).as("%s", answer).isTrue();
    return answer;
  }
}
