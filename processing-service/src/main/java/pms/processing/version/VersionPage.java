package pms.processing.version;

import java.util.List;
import pms.processing.image.VersionView;

/** @param next value of {@code before} for the page that follows; absent on the last */
record VersionPage(List<VersionView> items, String next) {

  /** @param found one more than a page holds, if there are more */
  static VersionPage of(List<VersionView> found, int limit) {
    if (found.size() <= limit) {
      return new VersionPage(found, null);
    }
    List<VersionView> items = found.subList(0, limit);
    return new VersionPage(items, String.valueOf(items.getLast().number()));
  }
}
