package pms.sharing.publicpage;

/**
 * The form for pictures of guests.
 *
 * @param action where it is sent to
 * @param notice what became of what was sent before; null when nothing was
 */
public record PageUpload(String action, String notice) {

  static PageUpload of(String segment, PageNotice notice) {
    return new PageUpload("/s/" + segment + "/images", notice.text());
  }
}
