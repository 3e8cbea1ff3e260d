package pms.sharing.link;

import java.util.List;
import java.util.UUID;

/**
 * A link that is open at this moment, as the pages for visitors need it.
 *
 * @param token as in the addresses of what it shows
 * @param owner whose album or image it is
 * @param album null when it shows one image
 * @param image null when it shows an album
 * @param title of the album; null for an image
 * @param limited whether each visit uses up one of a limited number
 * @param exhausted whether none is left; who was counted may still look around
 * @param maker who made it: theirs becomes what guests send
 * @param makerQuota what the maker's token said of their quota; null when nothing
 * @param watermark to be written into every picture that leaves; null for none
 * @param embedOrigins whose pages may frame it, separated by spaces; empty: nobody's
 * @param lock what a pass or seal of this link is made with besides our key: a new password ends those under the old one
 */
public record OpenLink(
    LinkToken token,
    UUID id,
    String owner,
    UUID album,
    UUID image,
    String title,
    boolean hasPassword,
    boolean limited,
    boolean exhausted,
    boolean allowDownload,
    boolean showMetadata,
    boolean allowComments,
    boolean allowUpload,
    String maker,
    String makerQuota,
    String watermark,
    String embedOrigins,
    String lock) {

  static OpenLink of(Link link, LinkToken token, String title) {
    return new OpenLink(
        token,
        link.id,
        link.ownerId,
        link.albumId,
        link.imageId,
        title,
        link.hasPassword(),
        link.viewLimit != null,
        link.isExhausted(),
        link.allowDownload,
        link.showMetadata,
        link.allowComments,
        link.allowUpload,
        link.createdBy,
        link.makerQuota,
        link.watermark,
        link.embedOrigins,
        link.id + "/" + (link.hasPassword() ? link.passwordHash : ""));
  }

  public boolean isAlbum() {
    return album != null;
  }

  /** Neither hash nor token must get into a log by accident. */
  @Override
  public String toString() {
    return "OpenLink[" + id + "]";
  }
}
