package pms.processing.version;

import java.util.List;
import java.util.UUID;
import pms.processing.image.VersionView;
import pms.processing.image.Versions;
import pms.processing.recipe.Difference;

/**
 * Two versions side by side.
 *
 * @param difference what was done to the first recipe to get the second
 */
record Comparison(Side first, Side second, List<Difference.Step> difference) {

  /**
   * A version and where to see it.
   *
   * @param thumbnail address of the large one
   * @param file address of the whole
   */
  record Side(VersionView version, String thumbnail, String file) {

    static Side of(UUID image, VersionView version) {
      String path = "/api/images/" + image;
      return new Side(
          version,
          path + "/thumbnails/large?version=" + version.number(),
          path + "/versions/" + version.number() + "/file");
    }
  }

  static Comparison of(UUID image, VersionView first, VersionView second, Versions.Making from, Versions.Making to) {
    return new Comparison(
        Side.of(image, first), Side.of(image, second), Difference.between(from.recipe(), to.recipe()));
  }
}
