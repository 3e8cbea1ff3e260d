package pms.processing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import pms.contracts.Ids;
import pms.contracts.ImageUploaded;
import pms.contracts.ObjectKeys;
import pms.contracts.ThumbnailEvent;
import pms.contracts.ThumbnailsReady;
import pms.contracts.Topics;
import pms.kit.store.ObjectStore;
import pms.platform.test.PmsPlatform;
import pms.platform.test.Tokens;
import pms.processing.render.TestPictures;

/** What tests of the whole service on real PostgreSQL, Kafka, S3 and Keycloak have in common. */
@QuarkusTestResource(PmsPlatform.class)
@QuarkusTestResource(SharingStandIn.class)
public abstract class ServiceTest {

  /** 1600 × 1500 pixels as stored; turned, it stands upright with 1500 × 1600. */
  protected static final byte[] PICTURE =
      TestPictures.withOrientation(TestPictures.jpeg(TestPictures.scene(1600, 1500)), 6, true);

  @Inject protected ObjectStore store;

  @ConfigProperty(name = "PMS_KAFKA")
  String kafka;

  @ConfigProperty(name = "PMS_TOPIC_PREFIX")
  String prefix;

  protected Wire wire;
  protected final String alice = subject("alice");

  @BeforeEach
  void open() {
    wire = new Wire(kafka, prefix);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  /** A picture that is nobody else's business, see {@link SharingStandIn}. */
  protected UUID ready(byte[] file) {
    return ready(withLastDigit('0'), file);
  }

  protected UUID ready(UUID id, byte[] file) {
    assertThat(told(upload(id, file))).isInstanceOf(ThumbnailsReady.class);
    return id;
  }

  protected UUID upload(UUID id, byte[] file) {
    store(id, file);
    wire.send(Topics.IMAGE_UPLOADED, Ids.next(), uploaded(id, file));
    return id;
  }

  protected void store(UUID id, byte[] file) {
    store.put(ObjectKeys.original(alice, id), new ByteArrayInputStream(file), file.length, "image/jpeg");
  }

  protected ImageUploaded uploaded(UUID id, byte[] file) {
    return new ImageUploaded(
        id, alice, "Ferien in Århus.jpg", "image/jpeg", file.length, "ab".repeat(32), ObjectKeys.original(alice, id), null, null, Instant.now());
  }

  protected ThumbnailEvent told(UUID id) {
    return await().atMost(Duration.ofSeconds(60)).until(() -> wire.told(id), told -> !told.isEmpty()).getFirst();
  }

  /** What is told last of this version's thumbnails. */
  protected ThumbnailEvent told(UUID id, int version) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> wire.told(id).stream().filter(event -> event.version() == version).toList(), told -> !told.isEmpty())
        .getLast();
  }

  protected static UUID withLastDigit(char digit) {
    String id = Ids.next().toString();
    return UUID.fromString(id.substring(0, id.length() - 1) + digit);
  }

  protected static RequestSpecification as(String user) {
    return given().header("Authorization", "Bearer " + Tokens.of(user));
  }

  protected static Response get(String user, UUID id, String size) {
    return as(user).get(thumbnail(id, size));
  }

  protected static Response edit(String user, UUID id, String operations) {
    return as(user).contentType("application/json").body("{\"operations\":" + operations + "}").post(image(id) + "/edits");
  }

  protected static String image(UUID id) {
    return "/api/images/" + id;
  }

  protected static String thumbnail(UUID id, String size) {
    return image(id) + "/thumbnails/" + size;
  }

  protected static String original(UUID id) {
    return image(id) + "/original";
  }

  protected static BufferedImage picture(Response response) {
    try {
      return ImageIO.read(new ByteArrayInputStream(response.then().statusCode(200).extract().asByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  protected static String size(Response response) {
    BufferedImage picture = picture(response);
    return picture.getWidth() + "x" + picture.getHeight();
  }

  protected static String subject(String user) {
    String payload = Tokens.of(user).split("\\.")[1];
    String json = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    return json.replaceAll(".*\"sub\":\"([^\"]+)\".*", "$1");
  }
}
