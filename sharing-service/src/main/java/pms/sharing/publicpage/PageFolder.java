package pms.sharing.publicpage;

import java.util.List;
import java.util.UUID;
import pms.sharing.link.OpenLink;
import pms.sharing.page.Page;

/**
 * What a page offers around its pictures.
 *
 * @param title of the album inside the link's own that is shown; null at the link's own
 * @param up address of what is around that; null at the link's own
 * @param inside the albums in it
 * @param more address of the albums in it that come after those; null when there are none
 * @param archive address of all of the link's pictures in one file; null where there is none
 */
record PageFolder(String title, String up, List<Inner> inside, String more, String archive) {

  /** An album to go into. */
  record Inner(String address, String title, long count) {}

  /** For one picture of an album. */
  static PageFolder back(String page) {
    return new PageFolder(null, page, List.of(), null, null);
  }

  static PageFolder none() {
    return new PageFolder(null, null, List.of(), null, null);
  }

  static PageFolder of(OpenLink link, String segment, PublicAlbum album, Page<PublicAlbum> inside) {
    String page = "/s/" + segment;
    boolean own = album.id().equals(link.album());
    return new PageFolder(
        own ? null : album.title(),
        own ? null : address(link, page, album.parent()),
        inside.items().stream().map(inner -> new Inner(address(link, page, inner.id()), inner.title(), inner.count())).toList(),
        inside.next() == null ? null : address(link, page, album.id()) + (own ? "?" : "&") + "albums=" + inside.next(),
        link.allowDownload() ? "/api/public/" + segment + "/zip" : null);
  }

  static String address(OpenLink link, String page, UUID album) {
    return album.equals(link.album()) ? page : page + "?album=" + album;
  }
}
