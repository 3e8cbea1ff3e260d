package pms.metadata.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import pms.metadata.extract.Place;
import pms.metadata.extract.PlaceNames;

/** A person's place: a point, a name, or both. */
final class PatchedPlace {

  /** @param known what counts so far, null when unknown */
  static Place over(Place known, ObjectNode patch, PatchFields fields) {
    fields.onlyKnow("location.", patch, Set.of("latitude", "longitude", "altitude", "place"));
    Place now = known == null ? Place.UNKNOWN : known;
    Double latitude = merged("latitude", now.latitude(), patch, fields, 90);
    Double longitude = merged("longitude", now.longitude(), patch, fields, 180);
    Double altitude = merged("altitude", now.altitude(), patch, fields, 100_000);
    JsonNode place = patch.get("place");
    String name = place == null ? PlaceNames.moved(now, latitude, longitude) : fields.text("location.place", place, 300);
    if (isWrong("latitude", latitude, patch) || isWrong("longitude", longitude, patch)) {
      return null;
    }
    if ((latitude == null) != (longitude == null)) {
      fields.wrong(latitude == null ? "location.latitude" : "location.longitude", "must be given with its other half");
      return null;
    }
    Place merged = new Place(latitude, longitude, latitude == null ? null : altitude, name);
    return merged.equals(Place.UNKNOWN) ? null : merged;
  }

  private static Double merged(String name, Double now, ObjectNode patch, PatchFields fields, double most) {
    JsonNode node = patch.get(name);
    return node == null ? now : fields.decimal("location." + name, node, -most, most);
  }

  /** And told already. */
  private static boolean isWrong(String name, Double merged, ObjectNode patch) {
    return merged == null && patch.hasNonNull(name);
  }

  private PatchedPlace() {}
}
