package pms.e2e.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pms.contracts.Location;
import pms.e2e.client.PmsClient;
import pms.e2e.bench.library.World;

/** What somebody with such a library asks: never the same for long, and always the same for the same seed. */
final class Questions {
  private static final List<String> FILTERS = List.of(
      "taken:2019", "taken:2015-07", "taken:2012..2016", "camera:iphone", "camera:canon", "type:jpeg", "rating:>=3", "iso:>=800",
      "has:location", "tag:family", "place:berlin", "category:travel", "f:<2.8", "is:favourite", "lens:50mm", "-night");
  /** Of a screen, in tiles of the map. */
  private static final double SCREEN = 5;

  private final World world;
  private final int count;
  private final SplittableRandom random;

  Questions(World world, int count) {
    this.world = world;
    this.count = count;
    this.random = new SplittableRandom(world.seed());
  }

  /** A word with a filter; the answer has facets. */
  List<String> search() {
    return many(() -> "/api/search?q=" + PmsClient.encoded(word() + " " + FILTERS.get(random.nextInt(FILTERS.size()))));
  }

  List<String> suggest() {
    return many(() -> {
      String word = word();
      return "/api/search/suggest?q=" + PmsClient.encoded(word.substring(0, Math.min(word.length(), random.nextInt(1, 6))));
    });
  }

  /** A screen of the map around places where pictures were taken. */
  List<String> map(int zoom) {
    double width = Math.min(360, SCREEN * 360 / Math.pow(2, zoom));
    return many(() -> {
      Location middle = world.places().asked(random);
      double west = Math.max(-180, middle.longitude() - width / 2);
      double east = Math.min(180, middle.longitude() + width / 2);
      double south = Math.max(-85, middle.latitude() - width / 4);
      double north = Math.min(85, middle.latitude() + width / 4);
      return String.format(Locale.ROOT, "/api/map?bbox=%.5f,%.5f,%.5f,%.5f&zoom=%d", west, south, east, north, zoom);
    });
  }

  List<String> firstPage() {
    return many(() -> "/api/images?limit=50");
  }

  /** Pages from any depth. Their cursors are made as metadata-service makes them: microseconds, a slash and an id. */
  List<String> deepPage() {
    return many(() -> {
      LocalDate day = LocalDate.of(2006, 1, 1).plusDays(random.nextInt(15 * 365));
      String key = day.atStartOfDay().toEpochSecond(ZoneOffset.UTC) + "000000/" + new UUID(random.nextLong(), random.nextLong());
      String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.US_ASCII));
      return "/api/images?limit=50&before=" + cursor;
    });
  }

  List<String> timeline() {
    return many(() -> "/api/timeline");
  }

  /** One of the buckets each. */
  List<String> bucket(List<String> buckets) {
    return many(() -> "/api/timeline/" + buckets.get(random.nextInt(buckets.size())));
  }

  private String word() {
    return world.vocabulary().asked(random);
  }

  private List<String> many(Supplier<String> one) {
    return new ArrayList<>(Stream.generate(one).limit(count).toList());
  }
}
