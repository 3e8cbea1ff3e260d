package pms.contracts;

/**
 * Where a picture was taken: a point, a name, or both; latitude and longitude come together or not at all.
 *
 * @param latitude degrees WGS 84, −90 to 90; null when unknown
 * @param longitude degrees WGS 84, −180 to 180; null when unknown
 * @param altitude metres above sea level; null when unknown
 * @param place name for people; null when unknown
 */
public record Location(Double latitude, Double longitude, Double altitude, String place) {}
