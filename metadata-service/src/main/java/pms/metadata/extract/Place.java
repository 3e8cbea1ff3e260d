package pms.metadata.extract;

/**
 * Where a picture was taken, as far as known; coordinates come in pairs or not at all.
 *
 * @param latitude degrees WGS 84, −90 to 90
 * @param longitude degrees WGS 84, −180 to 180
 * @param altitude metres above sea level
 * @param name for people
 */
public record Place(Double latitude, Double longitude, Double altitude, String name) {

  public static final Place UNKNOWN = new Place(null, null, null, null);

  public Place {
    if ((latitude == null) != (longitude == null)) {
      throw new IllegalArgumentException("half a coordinate");
    }
    if (latitude != null && !(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("not on the globe");
    }
  }
}
