package pms.sharing.publicpage;

import java.util.Optional;
import pms.sharing.link.OpenLink;

/** What guests say, for the page of a link that lets them. */
public interface Guestbook {

  /**
   * Of guests who are in already.
   *
   * @param segment of the page's path
   * @param draft what was refused just now; null for nothing
   * @return empty where the link takes no comments
   */
  Optional<PageTalk> talk(OpenLink link, String segment, Guest guest, PageAsked asked, PageTalk.Draft draft);
}
