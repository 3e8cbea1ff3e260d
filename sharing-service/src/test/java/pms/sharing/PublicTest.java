package pms.sharing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import pms.contracts.Camera;
import pms.contracts.Exposure;
import pms.contracts.Ids;
import pms.contracts.ImageMetadata;
import pms.contracts.ImageUploaded;
import pms.contracts.Location;
import pms.contracts.MetadataExtracted;
import pms.contracts.ObjectKeys;
import pms.contracts.PmsEvent;
import pms.contracts.Rendition;
import pms.contracts.TakenAt;
import pms.contracts.ThumbnailsReady;
import pms.contracts.Topic;
import pms.contracts.Topics;
import pms.kit.store.ObjectStore;

/** Pictures with bytes in the real store, links to them, and guests who have nothing but an address. */
public abstract class PublicTest extends SharingTest {

  protected static final String TITLE = "Grandmother's garden";
  protected static final String FILE_NAME = "IMG_20210707_secret.jpg";
  protected static final String ORIGINAL = "the bytes as uploaded, with 48.8584 in them";
  protected static final List<String> SIZES = List.of("small", "medium", "large");
  protected static final double LATITUDE = 48.8584;

  @Inject protected ObjectStore store;
  @Inject protected DataSource database;

  /** An image of Alice with all its events and bytes. */
  protected UUID picture() {
    UUID id = Ids.next();
    put(ObjectKeys.original(ALICE, id), ORIGINAL);
    tell(Topics.IMAGE_UPLOADED, new ImageUploaded(
        id, ALICE, FILE_NAME, "image/jpeg", ORIGINAL.length(), "0".repeat(64), ObjectKeys.original(ALICE, id), 40, 30,
        Instant.now()));
    tell(Topics.METADATA_EXTRACTED, new MetadataExtracted(id, ALICE, 1, metadata(TITLE), Instant.now()));
    rendered(id, 1);
    await().atMost(Duration.ofSeconds(60)).until(() -> mayView("alice", id));
    await().atMost(Duration.ofSeconds(60)).until(() -> known(id, "renditions IS NOT NULL AND metadata IS NOT NULL AND original_key IS NOT NULL"));
    return id;
  }

  protected static ImageMetadata metadata(String title) {
    return new ImageMetadata(
        40, 30, 1, new TakenAt(LocalDateTime.parse("2021-07-07T12:00:00"), null, null, "exif"), new Camera("Maker", "Model X", null),
        new Exposure(100, 0.01, 2.8, 50.0, null, null), new Location(LATITUDE, 2.2945, null, "Paris"), title, "Under the tree",
        List.of("garden"), List.of(), null, null, false, false, List.of());
  }

  protected void rendered(UUID id, int version) {
    rendered(id, version, 0);
  }

  /** @param original number of the file that the version is, bare; 0 for an edit */
  protected void rendered(UUID id, int version, int original) {
    List<Rendition> renditions = new ArrayList<>();
    for (String size : SIZES) {
      int width = 40 >> 2 - SIZES.indexOf(size);
      String key = ObjectKeys.rendition(ALICE, id, version, size + ".jpg");
      put(key, bytes(id, size, version));
      renditions.add(new Rendition(size, "image/jpeg", width, width * 3 / 4, bytes(id, size, version).length(), key));
    }
    tell(Topics.THUMBNAIL_READY, new ThumbnailsReady(id, ALICE, version, 1, renditions, 40, 30, "dGh1bWI=", null, original, Instant.now()));
  }

  protected static String bytes(UUID id, String size, int version) {
    return size + " of " + id + " in version " + version;
  }

  protected void put(String key, String text) {
    put(key, text.getBytes(StandardCharsets.UTF_8));
  }

  protected void put(String key, byte[] bytes) {
    store.put(key, new ByteArrayInputStream(bytes), bytes.length, "image/jpeg");
  }

  protected <E extends PmsEvent> void tell(Topic<E> topic, E event) {
    QuarkusTransaction.requiringNew().run(() -> outbox.publish(topic, event));
  }

  protected boolean known(UUID image, String condition) throws SQLException {
    return query("SELECT 1 FROM picture WHERE id = '" + image + "' AND " + condition) != null;
  }

  /** The first column of the first row as text; null when there is none. */
  protected String query(String sql) throws SQLException {
    try (var connection = database.getConnection(); var statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return null;
      }
      var rows = statement.getResultSet();
      return rows.next() ? rows.getString(1) : null;
    }
  }

  /** An album of Alice with these images in it. */
  protected UUID albumWith(UUID... images) {
    UUID album = album("alice", "Summer in Rome");
    if (images.length > 0) {
      add("alice", album, List.of(images));
    }
    return album;
  }

  protected static JsonPath link(String user, Map<String, ?> body) {
    return json(user, body).post("/api/links").then().statusCode(201).extract().jsonPath();
  }

  /** A link of Alice to an album or image, with these settings besides. */
  protected static JsonPath link(String kind, UUID id, Object... settings) {
    Map<String, Object> body = new HashMap<>(Map.of(kind, id));
    for (int i = 0; i < settings.length; i += 2) {
      body.put((String) settings[i], settings[i + 1]);
    }
    return link("alice", body);
  }

  /** The last segment of the link's address. */
  protected static String token(JsonPath link) {
    String url = link.getString("url");
    return url.substring(url.lastIndexOf('/') + 1);
  }

  protected static String api(String token) {
    return "/api/public/" + token;
  }

  protected static String image(String token, UUID image) {
    return api(token) + "/images/" + image;
  }

  /** Every route below a link's address that shows something of this image. */
  protected static List<String> routes(String token, UUID image) {
    return List.of(
        api(token) + "/items",
        image(token, image),
        image(token, image) + "/thumbnails/small",
        image(token, image) + "/thumbnails/medium",
        image(token, image) + "/thumbnails/large",
        image(token, image) + "/download");
  }

  protected static Set<String> entrances(String token) {
    return Set.of(api(token), "/s/" + token);
  }

  /** Somebody without login, at an address of their own, who follows no redirect. */
  protected static RequestSpecification guest() {
    return guest("10.0." + ThreadLocalRandom.current().nextInt(256) + "." + ThreadLocalRandom.current().nextInt(256));
  }

  protected static RequestSpecification guest(String address) {
    return given().header("X-Forwarded-For", address).redirects().follow(false);
  }

  protected static RequestSpecification guestWith(String pass) {
    return guest().header("Link-Pass", pass);
  }

  protected static int status(String path) {
    return guest().get(path).statusCode();
  }

  /** As it stands in HTML. */
  protected static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
  }

  /** As long as there are no more of these, nothing that was written has become markup. */
  protected static long marks(String html) {
    return html.chars().filter(c -> c == '<' || c == '>' || c == '"').count();
  }
}
