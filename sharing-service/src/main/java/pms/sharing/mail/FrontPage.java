package pms.sharing.mail;

import java.util.UUID;

/**
 * Where the gateway's front page shows what a mail is about, to whoever may see it.
 *
 * @param origin of the gateway, without a slash at the end
 */
record FrontPage(String origin) {

  String album(UUID id) {
    return origin + "/?album=" + id;
  }

  String image(UUID id) {
    return origin + "/?image=" + id;
  }
}
