package pms.sharing.publicpage;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pms.sharing.page.Page;

/**
 * The pictures of one page.
 *
 * @param next address of the page after this one; null on the last
 */
public record PageGallery(List<PagePicture> pictures, boolean single, String next) {

  /**
   * One picture with its words.
   *
   * @param shown address of the picture as it stands on the page
   * @param large address of the picture as large as there is
   * @param download null where the link does not allow it
   * @param talk address of the page with what is said about it; null where nothing can be
   */
  public record PagePicture(
      UUID id, String shown, String large, String download, Integer width, Integer height, String title, String facts, String talk) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    static PagePicture of(PublicImageView picture, boolean single) {
      return new PagePicture(
          picture.id(),
          picture.thumbnails().get(single ? "large" : "medium"),
          picture.thumbnails().get("large"),
          picture.download(),
          picture.width(),
          picture.height(),
          picture.title(),
          facts(picture),
          null);
    }

    private PagePicture about(String page) {
      return new PagePicture(id, shown, large, download, width, height, title, facts, page + "?image=" + id);
    }

    private static String facts(PublicImageView picture) {
      String taken = picture.takenAt() == null || picture.takenAt().local() == null ? null : DAY.format(picture.takenAt().local());
      String camera = picture.camera() == null ? null : picture.camera().model();
      String place = picture.location() == null ? null : picture.location().place();
      String facts = Stream.of(taken, camera, place).filter(Objects::nonNull).collect(Collectors.joining(" · "));
      return facts.isEmpty() ? null : facts;
    }
  }

  public static PageGallery of(Page<PublicImageView> page, boolean single, String path) {
    String next = page.next() == null ? null : path + (path.contains("?") ? "&" : "?") + "after=" + page.next();
    return new PageGallery(page.items().stream().map(picture -> PagePicture.of(picture, single)).toList(), single, next);
  }

  /** @param page where what is said about each is shown; null when nothing can be said */
  PageGallery about(String page) {
    return page == null ? this : new PageGallery(pictures.stream().map(picture -> picture.about(page)).toList(), single, next);
  }
}
