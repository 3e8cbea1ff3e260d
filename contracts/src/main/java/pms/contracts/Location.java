package pms.contracts;

/**
 * Where a picture was taken.
 *
 * @param latitude degrees WGS 84, −90 to 90
 * @param longitude degrees WGS 84, −180 to 180
 * @param altitude metres above sea level; null when unknown
 * @param place name for people; null when unknown
 */
public record Location(double latitude, double longitude, Double altitude, String place) {}
