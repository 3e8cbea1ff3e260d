package pms.sharing.publicpage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import pms.sharing.link.OpenLink;

/**
 * What browsers and messengers are told about a page.
 *
 * @param nonce the one style sheet that may apply
 * @param path of the page
 * @param url the same with our public address before it
 * @param image for previews; null where a password is needed
 * @param oembed where the page's description for other sites is; null where a password is needed
 */
public record PageHead(String nonce, String title, String path, String url, String image, String oembed) {

  /** What may be known before the password was told: that something is shared. */
  static PageHead locked(OpenLink link, String segment, String origin, String nonce) {
    return new PageHead(nonce, PublicImages.lockedTitle(link), "/s/" + segment, origin + "/s/" + segment, null, null);
  }

  static PageHead of(OpenLink link, String segment, String origin, String nonce, String image) {
    String url = origin + "/s/" + segment;
    String oembed =
        link.hasPassword() ? null : origin + "/oembed?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8) + "&format=";
    return new PageHead(nonce, PublicImages.title(link), "/s/" + segment, url, image == null ? null : origin + image, oembed);
  }
}
