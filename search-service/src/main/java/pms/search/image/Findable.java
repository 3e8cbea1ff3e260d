package pms.search.image;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import pms.contracts.Camera;
import pms.contracts.ImageMetadata;
import pms.contracts.Location;
import pms.contracts.TakenAt;
import pms.search.suggest.Entry;

/**
 * Derived for searching, and derived again at each write.
 *
 * @param time wall time by which a library is ordered: of capture where known, else of upload in UTC
 * @param name of the file, for sorting
 * @param nameWords the name and its parts, since people look for 2041 and beach in IMG_2041-beach.jpg
 * @param camera make and model as one label
 * @param categories the category and those above it
 * @param tile4 cell of the map's grid of 16 by 16 in which the point lies, see {@link Tile}
 * @param tile6 the same of 64 by 64
 * @param look bits of the perceptual hash, by which pictures that look alike are near one another
 * @param mark see {@link Marks}
 * @param suggest values that can be suggested while they are typed, as {@link Entry} writes them
 */
record Findable(
    LocalDateTime time,
    Integer year,
    String name,
    String nameWords,
    String camera,
    List<String> categories,
    Point point,
    String tile4,
    String tile6,
    String look,
    long mark,
    List<String> suggest) {

  private static final int LONGEST_NAME = 200;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern BETWEEN_LETTERS_AND_NUMBERS =
      Pattern.compile("(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");

  record Point(double lat, double lon) {}

  static Findable of(ImageDocument image) {
    ImageMetadata facts = image.facts();
    LocalDateTime taken = facts == null ? null : taken(facts.takenAt());
    String camera = facts == null ? null : camera(facts.camera());
    Point point = facts == null ? null : point(facts.location());
    return new Findable(
        taken != null ? taken : uploaded(image.upload()),
        taken == null ? null : taken.getYear(),
        name(image.upload()),
        nameWords(image.upload()),
        camera,
        facts == null ? List.of() : categories(facts.category()),
        point,
        tile(point, 4),
        tile(point, 6),
        image.renditions() == null ? null : image.renditions().perceptualHash(),
        Marks.of(image.id()),
        facts == null ? List.of() : suggest(facts, camera));
  }

  private static List<String> suggest(ImageMetadata facts, String camera) {
    List<String> entries = new ArrayList<>();
    facts.tags().forEach(tag -> entries.addAll(Entry.written(Entry.Kind.TAG, tag)));
    entries.addAll(Entry.written(Entry.Kind.PLACE, facts.location() == null ? null : facts.location().place()));
    entries.addAll(Entry.written(Entry.Kind.CAMERA, camera));
    return entries;
  }

  /** A year that the index cannot hold is as good as none. */
  private static LocalDateTime taken(TakenAt taken) {
    LocalDateTime local = taken == null ? null : taken.local();
    return local == null || local.getYear() < 1 || local.getYear() > 9999 ? null : local;
  }

  private static LocalDateTime uploaded(Upload upload) {
    Instant at = upload.uploadedAt() == null ? Instant.EPOCH : upload.uploadedAt();
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }

  private static String name(Upload upload) {
    String name = upload.fileName() == null ? "" : Spelling.normal(upload.fileName());
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  private static String nameWords(Upload upload) {
    String name = name(upload);
    String parts = BETWEEN_WORDS.matcher(name).replaceAll(" ");
    String more = BETWEEN_LETTERS_AND_NUMBERS.matcher(parts).replaceAll(" ");
    return String.join(" ", name, parts.strip(), more.equals(parts) ? "" : more.strip()).strip();
  }

  private static String camera(Camera camera) {
    if (camera == null || camera.model() == null || camera.model().isBlank()) {
      return camera == null || camera.make() == null || camera.make().isBlank() ? null : camera.make().strip();
    }
    String model = camera.model().strip();
    String make = camera.make() == null ? "" : camera.make().strip();
    // "Canon Canon EOS 5D" helps nobody.
    boolean repeated = model.toLowerCase(Locale.ROOT).startsWith(make.toLowerCase(Locale.ROOT));
    return repeated ? model : make + " " + model;
  }

  private static List<String> categories(String path) {
    List<String> above = new ArrayList<>();
    if (path != null && !path.isBlank()) {
      for (int end = path.indexOf('/', 1); end > 0; end = path.indexOf('/', end + 1)) {
        above.add(path.substring(0, end));
      }
      above.add(path);
    }
    return above;
  }

  private static Point point(Location location) {
    boolean onEarth =
        location != null
            && location.latitude() != null
            && location.longitude() != null
            && Math.abs(location.latitude()) <= 90
            && Math.abs(location.longitude()) <= 180;
    return onEarth ? new Point(location.latitude(), location.longitude()) : null;
  }

  private static String tile(Point point, int zoom) {
    return point == null ? null : Tile.at(point.lat(), point.lon(), zoom).toString();
  }
}
