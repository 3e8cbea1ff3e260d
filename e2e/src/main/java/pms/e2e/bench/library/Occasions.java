package pms.e2e.bench.library;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import pms.contracts.Camera;
import pms.contracts.ImageMetadata;
import pms.contracts.Location;
import pms.contracts.TakenAt;

/**
 * One owner's pictures, as they come about: by occasions of a few or some hundred pictures at one place, with one camera and much the
 * same tags, spread over twenty years of which the later ones have more. The same seed makes the same pictures.
 */
final class Occasions implements Iterator<Picture> {
  private static final LocalDateTime FIRST = LocalDateTime.of(2005, 1, 1, 8, 0);
  private static final int DAYS = 20 * 365;
  private static final String[] TYPES = {"image/jpeg", "image/jpeg", "image/jpeg", "image/heic", "image/jpeg", "image/png", "image/jpeg", "image/webp"};
  private static final String[] CATEGORIES = {
    "Family", "Travel/Europe", "Travel/Asia", "Family/Children", "Nature", "Work", "Travel/Americas", "Nature/Mountains", "Sport", "Archive/Scans"
  };
  private static final Zipf CATEGORY = new Zipf(CATEGORIES.length, 0.8);

  private final Library library;
  private final SplittableRandom random;
  private final Vocabulary vocabulary;
  private final Places places;
  private int made;
  private int left;
  private LocalDateTime time;
  private Camera camera;
  private Location place;
  private List<String> tags;
  private String category;
  private long look;

  Occasions(Library library, long seed, Vocabulary vocabulary, Places places) {
    this.library = library;
    this.random = new SplittableRandom(seed ^ library.owner().hashCode() * 0x9E3779B97F4A7C15L);
    this.vocabulary = vocabulary;
    this.places = places;
  }

  @Override
  public boolean hasNext() {
    return made < library.images();
  }

  @Override
  public Picture next() {
    if (left-- <= 0) begin();
    time = time.plusSeconds(1 + (long) (-Math.log(random.nextDouble()) * 90)).withNano(random.nextInt(1000) * 1_000_000);
    Instant uploaded = time.plusHours(2 + random.nextInt(72)).toInstant(ZoneOffset.UTC);
    byte[] thumbhash = bytes(24);
    int number = made++;
    return new Picture(
        id(uploaded), library.owner(), name(number), TYPES[random.nextInt(TYPES.length)], 400_000 + (long) (random.nextDouble() * 9_000_000),
        HexFormat.of().formatHex(bytes(32)), uploaded, metadata(), Base64.getEncoder().encodeToString(thumbhash),
        String.format(Locale.ROOT, "%016x", look ^ 1L << random.nextInt(64) ^ 1L << random.nextInt(64)),
        library.albumsOf(number), library.viewersOf(number));
  }

  private void begin() {
    left = (int) Math.min(800, 1 + 4 / Math.pow(random.nextDouble(), 0.8));
    // Each year has more than the one before, and summer more than winter.
    long day = (long) (DAYS * Math.sqrt(random.nextDouble()));
    time = FIRST.plusDays(day).plusMinutes(random.nextInt(600));
    if (time.getMonthValue() < 4 && random.nextInt(3) == 0) time = time.plusMonths(5);
    camera = random.nextInt(20) == 0 ? null : Gear.camera(random);
    place = random.nextInt(10) < 3 ? null : places.next(random);
    tags = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) tags.add(vocabulary.tag(random));
    category = random.nextInt(3) == 0 ? CATEGORIES[CATEGORY.next(random)] : null;
    look = random.nextLong();
  }

  private ImageMetadata metadata() {
    boolean upright = random.nextInt(4) == 0;
    List<String> automatic = place == null ? List.of() : List.of(time.getMonthValue() < 4 ? "winter" : "summer", place.place());
    List<String> all = new ArrayList<>(tags);
    if (random.nextInt(6) == 0) all.add(vocabulary.tag(random));
    all.addAll(automatic);
    boolean dated = random.nextInt(100) > 1;
    return new ImageMetadata(
        upright ? 3000 : 4000, upright ? 4000 : 3000, 1,
        dated ? new TakenAt(time, "+02:00", time.toInstant(ZoneOffset.ofHours(2)), "exif") : null,
        camera, camera == null ? null : Gear.exposure(random), place == null ? null : Places.around(place, 0.02, random),
        random.nextInt(8) == 0 ? vocabulary.sentence(random.nextInt(2, 6), random) : null,
        random.nextInt(5) == 0 ? vocabulary.sentence(random.nextInt(5, 20), random) : null,
        all.stream().distinct().toList(), automatic, category, random.nextInt(10) == 0 ? random.nextInt(1, 6) : null,
        random.nextInt(25) == 0, random.nextInt(200) == 0, List.of());
  }

  private String name(int number) {
    String prefix = camera == null ? "scan" : camera.make().equals("Google") ? "PXL_" + time.toLocalDate().toString().replace("-", "") : "IMG";
    return String.format(Locale.ROOT, "%s_%04d.%s", prefix, number % 10_000, "jpg");
  }

  /** Version 7 at the time of the upload. */
  private UUID id(Instant at) {
    long high = at.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
    return new UUID(high, random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    ((RandomGenerator) random).nextBytes(bytes);
    return bytes;
  }

}
