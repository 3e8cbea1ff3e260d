package pms.metadata.image;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * A page of a list, newest first.
 *
 * @param next cursor to go on with; null at the end
 */
record ImagePage(List<ImageView> items, @JsonInclude(JsonInclude.Include.ALWAYS) String next) {

  /** @param images one more than the page takes, if there are so many */
  static ImagePage of(List<Image> images, PageLimit limit, Function<Image, Instant> sortKey) {
    List<Image> page = images.subList(0, Math.min(limit.count(), images.size()));
    List<ImageView> items = page.stream().map(ImageView::of).toList();
    if (images.size() == page.size()) {
      return new ImagePage(items, null);
    }
    return new ImagePage(items, new Cursor(sortKey.apply(page.getLast()), page.getLast().id).toString());
  }
}
