package pms.sharing.publicpage;

import pms.sharing.link.OpenLink;

/**
 * A link as guests see it.
 *
 * @param title of the album; null for an image, and as long as the password is needed
 * @param kind {@code album} or {@code image}
 * @param needsPassword until it was told; the rest is all that is told before
 * @param pass to be sent as header {@code Link-Pass}; null while the password is needed
 */
record PublicLinkView(
    String title,
    String kind,
    boolean needsPassword,
    boolean allowDownload,
    boolean showMetadata,
    boolean allowComments,
    boolean allowUpload,
    String pass) {

  static PublicLinkView locked(OpenLink link) {
    return of(link, true, null);
  }

  static PublicLinkView open(OpenLink link, String pass) {
    return of(link, false, pass);
  }

  private static PublicLinkView of(OpenLink link, boolean needsPassword, String pass) {
    String kind = link.isAlbum() ? "album" : "image";
    return new PublicLinkView(
        needsPassword ? null : link.title(), kind, needsPassword, link.allowDownload(), link.showMetadata(), link.allowComments(),
        link.allowUpload(), pass);
  }
}
