package pms.metadata.extract;

import pms.metadata.atlas.City;

/**
 * What else the file says that people read but do not change. Unknown is null.
 *
 * @param colourProfile its name, such as {@code Display P3}
 * @param direction of view in degrees from north, 0 up to 360
 * @param panorama whether the file says so, whatever its shape
 * @param screenshot whether the file, its name or its size says so
 * @param city nearest to the place
 */
public record Details(
    String colourProfile, String artist, String copyright, Double direction, boolean panorama, boolean screenshot, City city) {

  public static final Details NONE = new Details(null, null, null, null, false, false, null);

  Details near(City city) {
    return new Details(colourProfile, artist, copyright, direction, panorama, screenshot, city);
  }

  Details asScreenshot() {
    return new Details(colourProfile, artist, copyright, direction, panorama, true, city);
  }
}
