package pms.search.map;

import java.util.regex.Pattern;
import pms.kit.problem.Problem;

/** A part of the map. Where west is greater than east it crosses the date line. */
record BoundingBox(double west, double south, double east, double north) {

  private static final String SHAPE = "is west,south,east,north in degrees, such as 2.2,48.8,2.5,48.9";
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,20})?([eE]-?[0-9]{1,2})?");
  private static final int HALF_ROUND = 180;
  /** Maps that are moved on and on count on: one round beyond either side is understood. */
  private static final int FARTHEST = 540;
  /** Where the square map of the web ends. */
  private static final double LAST_LATITUDE = 85.0511287798066;

  static BoundingBox parse(String text) {
    String[] parts = text == null ? new String[0] : text.split(",", -1);
    if (parts.length != 4) {
      throw Problem.invalid("bbox", SHAPE);
    }
    double west = degrees(parts[0], FARTHEST, "west");
    double south = degrees(parts[1], 90, "south");
    double east = degrees(parts[2], FARTHEST, "east");
    double north = degrees(parts[3], 90, "north");
    if (south > north) {
      throw Problem.invalid("bbox", "south lies north of north");
    }
    return east - west >= 2 * HALF_ROUND
        ? new BoundingBox(-HALF_ROUND, south, HALF_ROUND, north)
        : new BoundingBox(round(west), south, east == HALF_ROUND ? HALF_ROUND : round(east), north);
  }

  boolean crossesDateLine() {
    return west > east;
  }

  /** Parts of the whole round. */
  double width() {
    return (east - west + (crossesDateLine() ? 2 * HALF_ROUND : 0)) / (2 * HALF_ROUND);
  }

  /** Parts of the height of the map, which is drawn after Mercator. */
  double height() {
    return Math.abs(mercator(north) - mercator(south)) / (2 * Math.PI);
  }

  private static double mercator(double latitude) {
    double onMap = Math.clamp(latitude, -LAST_LATITUDE, LAST_LATITUDE);
    return Math.log(Math.tan(Math.PI / 4 + Math.toRadians(onMap) / 2));
  }

  private static double round(double longitude) {
    return longitude < -HALF_ROUND || longitude > HALF_ROUND
        ? longitude - 2 * HALF_ROUND * Math.floor((longitude + HALF_ROUND) / (2 * HALF_ROUND))
        : longitude;
  }

  private static double degrees(String text, int limit, String name) {
    String number = text.strip();
    if (!NUMBER.matcher(number).matches()) {
      throw Problem.invalid("bbox", SHAPE + "; " + name + " is no number");
    }
    double degrees = Double.parseDouble(number);
    if (Math.abs(degrees) > limit) {
      throw Problem.invalid("bbox", name + " lies between -" + limit + " and " + limit);
    }
    return degrees;
  }
}
