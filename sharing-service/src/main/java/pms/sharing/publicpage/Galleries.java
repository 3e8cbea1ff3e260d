package pms.sharing.publicpage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import pms.sharing.link.LinkConfig;
import pms.sharing.link.OpenLink;
import pms.sharing.link.Seals;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;

/** The page of a link for a visitor who is in: its pictures, the albums inside, and what its guests may do there. */
@ApplicationScoped
class Galleries {

  private static final Limit PICTURES = new Limit(48);
  private static final Limit ALBUMS = new Limit(200);

  private final PublicImages images;
  private final PublicAlbums albums;
  private final Guestbook guestbook;
  private final PageAnswers answers;
  private final PassCookies cookies;
  private final Seals seals;
  private final LinkConfig config;

  Galleries(
      PublicImages images,
      PublicAlbums albums,
      Guestbook guestbook,
      PageAnswers answers,
      PassCookies cookies,
      Seals seals,
      LinkConfig config) {
    this.images = images;
    this.albums = albums;
    this.guestbook = guestbook;
    this.answers = answers;
    this.cookies = cookies;
    this.seals = seals;
    this.config = config;
  }

  String origin() {
    return config.origin();
  }

  Response show(OpenLink link, String segment, Guest guest, PageAsked asked, PageTalk.Draft refused) {
    View view = view(link, segment, asked);
    PageUpload upload = link.allowUpload() && !view.one() ? PageUpload.of(segment, asked.notice()) : null;
    PageTalk talk =
        asked.isTalkedAbout(link.album()) ? guestbook.talk(link, segment, guest, asked, refused).orElse(null) : null;
    List<PublicImageView> shown = view.page().items();
    String preview = link.hasPassword() || shown.isEmpty() ? null : shown.getFirst().thumbnails().get("medium");
    PageGallery gallery =
        PageGallery.of(view.page(), view.one(), view.path()).about(link.allowComments() && !view.one() ? "/s/" + segment : null);
    return answers
        .page(
            refused == null ? 200 : refused.status(),
            nonce -> PublicPages.gallery(PageHead.of(link, segment, origin(), nonce, preview), gallery, view.folder(), upload, talk))
        .cookie(cookies.of(segment, seals.pass(link)))
        .build();
  }

  private View view(OpenLink link, String segment, PageAsked asked) {
    String here = "/s/" + segment;
    Cursor after = Cursor.parse(asked.after);
    if (asked.image != null) {
      return new View(new Page<>(List.of(images.get(link, asked.image)), null), PageFolder.back(here), here, true);
    }
    if (!link.isAlbum() && asked.album == null) {
      return new View(images.list(link, after, PICTURES), PageFolder.none(), here, true);
    }
    PublicAlbum album = albums.get(link, asked.album);
    PageFolder folder = PageFolder.of(link, segment, album, albums.inside(album, Cursor.parse(asked.albums), ALBUMS));
    String path = PageFolder.address(link, here, album.id());
    return new View(images.list(link, album, after, PICTURES), folder, path, false);
  }

  /** @param one whether it is one picture, and not an album of them */
  private record View(Page<PublicImageView> page, PageFolder folder, String path, boolean one) {}
}
