package pms.search.query;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code near:latitude,longitude,distance}. */
final class Nearness {

  private static final String SHAPE = "near: takes latitude,longitude,distance such as 48.85,2.35,10km";
  private static final Pattern DISTANCE = Pattern.compile("([0-9.]+)(km|m|mi)", Pattern.CASE_INSENSITIVE);
  /** Nothing knows better where it was taken, and Elasticsearch refuses a distance that is rounded to nothing. */
  private static final double NEAREST = 1;
  /** Half way round the earth. */
  private static final double FARTHEST = 20_040_000;

  static Query parse(Fields.Term term) {
    String[] parts = term.value().split(",", -1);
    if (parts.length != 3) {
      throw term.wrong(SHAPE);
    }
    double latitude = coordinate(term, parts[0], 90, "latitude");
    double longitude = coordinate(term, parts[1], 180, "longitude");
    return new Query.Near(latitude, longitude, metres(term, parts[2].strip()));
  }

  private static double coordinate(Fields.Term term, String text, int limit, String name) {
    double degrees = Numbers.number(term, text.strip());
    if (Math.abs(degrees) > limit) {
      throw term.wrong("a " + name + " lies between -" + limit + " and " + limit);
    }
    return degrees;
  }

  private static double metres(Fields.Term term, String text) {
    Matcher distance = DISTANCE.matcher(text);
    if (!distance.matches()) {
      throw term.wrong(SHAPE);
    }
    double metres = Numbers.number(term, distance.group(1)) * unit(distance.group(2).toLowerCase(Locale.ROOT));
    if (metres < NEAREST || metres > FARTHEST) {
      throw term.wrong("a distance is at least 1m and at most 20040km");
    }
    return metres;
  }

  private static double unit(String name) {
    return switch (name) {
      case "km" -> 1000;
      case "mi" -> 1609.344;
      default -> 1;
    };
  }

  private Nearness() {}
}
