package pms.metadata.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pms.contracts.Camera;
import pms.contracts.Exposure;

/** What we read in real pictures against what ExifTool reads in them. The pictures are not part of the project. */
class CorpusTest {

  private static final Logger LOG = Logger.getLogger(CorpusTest.class);
  private static final String JPG = "exif-samples/jpg/";
  private static final Path CORPUS =
      Path.of(System.getProperty("pms.root", "..")).resolve("../shared/corpus").normalize();

  /** Pictures whose metadata is in a form of their maker that is none of EXIF, IPTC and XMP. */
  private static final Map<String, String> OTHER_FORMS =
      Map.of(
          JPG + "exif-org/sony-powershota5.jpg", "Canon's CIFF of 1998",
          JPG + "exif-org/olympus-d320l.jpg", "text in an APP12 segment of 1998");

  private static final String MOVED = "the only ISO is in a maker note that an editor moved; ExifTool guesses by how far";

  private static final String TURNED = "the container turns the picture, EXIF does not; ExifTool tells the size as stored";

  /** Where we differ from ExifTool: file and value, and why. */
  private static final Map<String, String> EXPLAINED =
      Map.of(
          JPG + "tests/11-tests.jpg iso", MOVED,
          JPG + "tests/28-hex_value.jpg iso", MOVED,
          JPG + "tests/35-empty.jpg iso", MOVED,
          JPG + "exif-org/kodak-dc240.jpg aperture", "ExifTool takes the maker note's 3.9; EXIF's FNumber says 4",
          JPG + "exif-org/kodak-dc240.jpg time", "ExifTool takes the maker note's 0.031; EXIF's ExposureTime says 1/30",
          JPG + "exif-org/kodak-dc240.jpg iso", "65535 is the maker note's way to say that it does not know",
          JPG + "Reconyx_HC500_Hyperfire.jpg taken", "the time is in the maker note only",
          "exif-samples/heic/mobile/HMD_Nokia_8.3_5G.heif width", TURNED,
          "exif-samples/heic/mobile/HMD_Nokia_8.3_5G.heif height", TURNED,
          JPG + "tests/42_IndexError.jpg lens", "the lens is in the maker note only");

  /** Which we also derive where ExifTool has no such tag: from APEX values, from XMP and IPTC, from the place. */
  private static final Set<String> ALSO_DERIVED = Set.of("time", "aperture", "offset", "lens", "artist", "copyright", "description");

  @BeforeAll
  static void there() {
    assumeTrue(Files.exists(CORPUS.resolve("expected.json")), "skipped: there are no pictures at ../shared/corpus");
  }

  @Test
  void nearly_every_value_is_what_exiftool_reads() throws IOException {
    int compared = 0;
    List<String> differences = new ArrayList<>();
    for (JsonNode expected : expected()) {
      Path file = CORPUS.resolve(expected.get("SourceFile").asText());
      if (OTHER_FORMS.containsKey(expected.get("SourceFile").asText())) {
        continue;
      }
      Extracted extracted = read(file, expected.get("MIMEType").asText());
      for (Map.Entry<String, Object[]> value : values(expected, extracted).entrySet()) {
        compared++;
        if (!same(value.getValue()[0], value.getValue()[1])) {
          String what = expected.get("SourceFile").asText() + " " + value.getKey();
          differences.add(what + ": " + value.getValue()[0] + " is read as " + value.getValue()[1]);
        }
      }
    }
    List<String> open = differences.stream().filter(d -> !EXPLAINED.containsKey(d.substring(0, d.indexOf(": ")))).toList();
    LOG.infof("corpus: %d values compared, %d differ, %d of them explained", compared, differences.size(), differences.size() - open.size());
    differences.forEach(difference -> LOG.info(difference));
    assertThat(open).isEmpty();
    assertThat(compared).isGreaterThan(500);
    assertThat(differences.size() / (double) compared).isLessThanOrEqualTo(0.01);
  }

  private static Map<String, Object[]> values(JsonNode expected, Extracted extracted) {
    Facts facts = extracted.facts();
    Camera camera = facts.camera() == null ? new Camera(null, null, null) : facts.camera();
    Exposure exposure = facts.exposure() == null ? new Exposure(null, null, null, null, null, null) : facts.exposure();
    Place place = facts.place() == null ? Place.UNKNOWN : facts.place();
    String make = text(expected, "Make");
    String model = text(expected, "Model");
    Map<String, Object[]> values = new TreeMap<>();
    values.put("make", pair(CameraNames.make(make, model), camera.make()));
    values.put("model", pair(CameraNames.model(make, model), camera.model()));
    values.put("listed make", pair(make, extracted.listing().exif().get("Make")));
    values.put("listed model", pair(model, extracted.listing().exif().get("Model")));
    values.put("taken", pair(taken(expected), taken(facts)));
    values.put("instant by satellites", pair(instant(expected), instant(facts)));
    values.put("sub-seconds", pair(number(expected, "SubSecTimeOriginal") == null ? null : text(expected, "SubSecTimeOriginal"), subSeconds(expected, facts)));
    values.put("flash", pair(flash(expected), exposure.flash()));
    values.put("artist", pair(text(expected, "Artist"), facts.details().artist()));
    values.put("copyright", pair(text(expected, "Copyright"), facts.details().copyright()));
    values.put("rating", pair(expected.hasNonNull("Rating") ? expected.get("Rating").asDouble() : null, facts.rating()));
    values.put("offset", pair(text(expected, "OffsetTimeOriginal"), facts.takenAt() == null ? null : facts.takenAt().offset()));
    values.put("iso", pair(whole(number(expected, "ISO")), exposure.iso()));
    values.put("time", pair(number(expected, "ExposureTime"), exposure.time()));
    values.put("aperture", pair(number(expected, "FNumber"), exposure.aperture()));
    values.put("focal length", pair(number(expected, "FocalLength"), exposure.focalLength()));
    values.put("focal length 35", pair(number(expected, "FocalLengthIn35mmFormat"), exposure.focalLength35()));
    values.put("latitude", pair(number(expected, "GPSLatitude"), place.latitude()));
    values.put("longitude", pair(number(expected, "GPSLongitude"), place.longitude()));
    values.put("altitude", pair(number(expected, "GPSAltitude"), place.altitude()));
    values.put("orientation", pair(number(expected, "Orientation"), facts.orientation()));
    values.put("lens", pair(text(expected, "LensModel"), camera.lens()));
    values.put("title", pair(text(expected, expected.has("Title") ? "Title" : "ObjectName"), facts.title()));
    values.put("description", pair(description(expected), facts.description()));
    values.put("tags", pair(tags(expected), facts.tags().isEmpty() ? null : facts.tags()));
    boolean turned = facts.orientation() != null && facts.orientation() >= 5;
    values.put("width", pair(number(expected, turned ? "ImageHeight" : "ImageWidth"), facts.width()));
    values.put("height", pair(number(expected, turned ? "ImageWidth" : "ImageHeight"), facts.height()));
    values.values().removeIf(pair -> pair[0] == null && pair[1] == null);
    values.entrySet().removeIf(value -> ALSO_DERIVED.contains(value.getKey()) && value.getValue()[0] == null);
    return values;
  }

  private static String taken(Facts facts) {
    return facts.takenAt() == null || facts.takenAt().source().equals("gps") ? null : facts.takenAt().local().withNano(0).toString();
  }

  /** Where nothing else tells the time. */
  private static String instant(JsonNode expected) {
    return taken(expected) == null && expected.has("GPSDateTime")
        ? CaptureTime.parse(text(expected, "GPSDateTime"), null, null, "gps").map(taken -> taken.instant().toString()).orElse(null)
        : null;
  }

  private static String instant(Facts facts) {
    return facts.takenAt() == null || !facts.takenAt().source().equals("gps") ? null : facts.takenAt().instant().toString();
  }

  private static String subSeconds(JsonNode expected, Facts facts) {
    if (number(expected, "SubSecTimeOriginal") == null || facts.takenAt() == null) {
      return null;
    }
    int digits = text(expected, "SubSecTimeOriginal").length();
    return "%09d".formatted(facts.takenAt().local().getNano()).substring(0, digits);
  }

  /** Told once where it repeats the title. */
  private static String description(JsonNode expected) {
    String description = text(expected, expected.has("Description") ? "Description" : "Caption-Abstract");
    return Objects.equals(description, text(expected, "Title")) ? null : description;
  }

  private static List<String> tags(JsonNode expected) {
    List<String> words = new ArrayList<>();
    for (String field : List.of("Subject", "Keywords")) {
      JsonNode value = expected.path(field);
      value.forEach(word -> words.add(word.asText()));
      if (value.isValueNode()) {
        words.add(value.asText());
      }
    }
    return words.isEmpty() ? null : Tags.of(words);
  }

  private static Boolean flash(JsonNode expected) {
    return expected.has("Flash") ? (expected.get("Flash").asInt() & 33) == 1 : null;
  }

  private static Object[] pair(Object expected, Object read) {
    return new Object[] {expected, read};
  }

  /** Numbers to a thousandth part, since ExifTool rounds. */
  private static boolean same(Object expected, Object read) {
    if (expected instanceof Number a && read instanceof Number b) {
      double tolerance = Math.max(1e-6, Math.abs(a.doubleValue()) * 1e-3);
      return Math.abs(a.doubleValue() - b.doubleValue()) <= tolerance;
    }
    return Objects.equals(expected, read);
  }

  private static String taken(JsonNode expected) {
    String text = text(expected, "DateTimeOriginal") == null ? text(expected, "CreateDate") : text(expected, "DateTimeOriginal");
    return CaptureTime.parse(text, null, null, "exif").map(taken -> taken.local().withNano(0).toString()).orElse(null);
  }

  private static String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? PlainText.clean(node.get(field).asText(), 10_000).orElse(null) : null;
  }

  private static Double number(JsonNode node, String field) {
    if (!node.hasNonNull(field) || !node.get(field).asText().matches("-?[0-9.e+-]+")) {
      return null;
    }
    double number = node.get(field).asDouble();
    return number == 0 ? null : (Double) number;
  }

  private static Extracted read(Path file, String type) throws IOException {
    return Pictures.read(type, Bytes.of(Files.readAllBytes(file)));
  }

  private static Long whole(Double number) {
    return number == null ? null : (Long) Math.round(number);
  }

  private static List<JsonNode> expected() throws IOException {
    JsonNode all = new ObjectMapper().readTree(CORPUS.resolve("expected.json").toFile());
    return StreamSupport.stream(all.spliterator(), false).toList();
  }
}
