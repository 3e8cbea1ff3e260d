package pms.metadata.extract;

import java.util.Objects;
import pms.metadata.atlas.Cities;
import pms.metadata.atlas.City;

/** Names of places that nobody wrote down: after the nearest city. */
public final class PlaceNames {

  /** Null when there is none near, or no point. */
  static City city(Place place) {
    return place == null || place.latitude() == null
        ? null
        : Cities.nearest(place.latitude(), place.longitude()).orElse(null);
  }

  /** With the name of its nearest city, unless it has one or there is none. */
  static Place named(Place place) {
    return place == null || place.latitude() == null || place.name() != null
        ? place
        : new Place(place.latitude(), place.longitude(), place.altitude(), of(place.latitude(), place.longitude()));
  }

  /** Null when there is no city near. */
  private static String of(double latitude, double longitude) {
    return Cities.nearest(latitude, longitude).map(City::placeName).orElse(null);
  }

  /** The name of a place whose point was changed: one that somebody wrote stays, another goes along. */
  public static String moved(Place before, Double latitude, Double longitude) {
    boolean there = Objects.equals(before.latitude(), latitude) && Objects.equals(before.longitude(), longitude);
    if (there || latitude == null || longitude == null) {
      return before.name();
    }
    boolean written = before.name() != null && !isAfterCity(before);
    return written ? before.name() : of(latitude, longitude);
  }

  private static boolean isAfterCity(Place place) {
    return place.latitude() != null && place.name().equals(of(place.latitude(), place.longitude()));
  }

  private PlaceNames() {}
}
