package pms.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;
import pms.e2e.sample.PictureFacts;
import pms.e2e.sample.TestPictures;
import pms.e2e.suite.Library;

/** A picture in an album of one user, everything that can hang on it, and the others' relation to it. */
final class World {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");
  private static final AtomicInteger SEED = new AtomicInteger(90_000);

  private final Cast cast;
  private final Map<String, String> things = new HashMap<>();

  /** In everything that is said of the pictures, and in their bytes. */
  private final String canary;

  /** In everything that is said of the album; its link shows that too. */
  private final String albumCanary;

  private World(Cast cast, String canary, String albumCanary) {
    this.cast = cast;
    this.canary = canary;
    this.albumCanary = albumCanary;
  }

  /** @param ready waits for thumbnails and facts */
  static World of(Cast cast, boolean ready) throws IOException, InterruptedException {
    World world = new World(cast, unique("kanari"), unique("girlitz"));
    world.pictures(ready);
    world.album();
    world.around();
    return world;
  }

  /** Waits until the picture can be edited. */
  void ready() {
    new Library(owner()).ready(things.get("image"));
  }

  String canary() {
    return canary;
  }

  String albumCanary() {
    return albumCanary;
  }

  String id(String thing) {
    return things.get(thing);
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
    return without(body != null && body.contains("{other}") ? "other" : path.contains("{image}") ? "image" : "album");
  }

  /** The same world in which this one never was. */
  World without(String thing) {
    World other = new World(cast, canary, albumCanary);
    other.things.putAll(things);
    other.things.put(thing, UUID.randomUUID().toString());
    return other;
  }

  private void pictures(boolean ready) throws IOException, InterruptedException {
    Library owner = new Library(owner());
    String image = owner.add(secretive(), canary + ".jpg");
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

  private byte[] secretive() {
    PictureFacts.Words words = new PictureFacts.Words(canary, canary, List.of(canary), canary);
    PictureFacts.Spot spot = new PictureFacts.Spot(48.8584, 2.2945, 35, canary, canary);
    return TestPictures.renewed(TestPictures.jpeg(SEED.incrementAndGet(), new PictureFacts(null, null, spot, words, 1)), canary);
  }

  private void album() throws IOException, InterruptedException {
    things.put("album", made(owner().post("/api/albums", "{\"title\":\"Shared %1$s\",\"description\":\"%1$s\"}".formatted(albumCanary))));
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
    things.put("comment", made(owner().post("/api/images/" + things.get("image") + "/comments", "{\"text\":\"Ours, %s\"}".formatted(canary))));
    things.put("albumComment", made(owner().post("/api/albums/" + things.get("album") + "/comments", "{\"text\":\"Ours, %s\"}".formatted(albumCanary))));
    things.put("category", made(owner().post("/api/categories", "{\"name\":\"%s\"}".formatted(canary))));
    things.put("tag", "lake" + SEED.incrementAndGet());
    ok(owner().patch("/api/images/" + things.get("image"), fill("{\"tags\":[\"{tag}\",\"" + canary + "\"],\"favourite\":true,\"archived\":true}")));
    JsonNode history = ok(owner().get("/api/images/" + things.get("image") + "/history")).json();
    things.put("entry", history.path("items").path(0).path("id").asText());
    String change = fill("{\"ids\":[\"{second}\"],\"change\":{\"rating\":3}}");
    things.put("job", made(owner().post("/api/images/bulk", change)));
  }

  private void member(String album, String subject, String role) throws IOException, InterruptedException {
    ok(owner().post(album + "/members", "{\"subject\":\"%s\",\"role\":\"%s\"}".formatted(subject, role)));
  }

  private PmsClient owner() {
    return cast.of(CastMember.OWNER);
  }

  private String name(CastMember member) {
    return "user:" + cast.of(member).tokens().user();
  }

  private static String unique(String word) {
    return word + UUID.randomUUID().toString().substring(0, 8);
  }

  private static String made(Answer answer) {
    return ok(answer).json().path("id").asText();
  }

  private static Answer ok(Answer answer) {
    assertThat(answer.ok()).as("%s", answer).isTrue();
    return answer;
  }
}
