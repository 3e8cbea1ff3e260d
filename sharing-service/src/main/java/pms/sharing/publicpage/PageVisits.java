package pms.sharing.publicpage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import pms.kit.problem.Problem;
import pms.sharing.link.LinkConfig;
import pms.sharing.link.OpenLink;
import pms.sharing.link.Seals;
import pms.sharing.link.UnlockTries;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;

/** A visit with a browser: the same gate as for programs, and refusals that people can read. */
@ApplicationScoped
class PageVisits {

  private static final Limit PICTURES = new Limit(48);
  private static final Limit ALBUMS = new Limit(200);

  private final Gate gate;
  private final Seals seals;
  private final PassCookies cookies;
  private final PublicImages images;
  private final PublicAlbums albums;
  private final PageAnswers answers;
  private final UnlockTries tries;
  private final LinkConfig config;

  PageVisits(
      Gate gate,
      Seals seals,
      PassCookies cookies,
      PublicImages images,
      PublicAlbums albums,
      PageAnswers answers,
      UnlockTries tries,
      LinkConfig config) {
    this.gate = gate;
    this.seals = seals;
    this.cookies = cookies;
    this.images = images;
    this.albums = albums;
    this.answers = answers;
    this.tries = tries;
    this.config = config;
  }

  /** @param album one inside the link's own; null for that */
  Response show(String segment, Guest guest, UUID album, String after, PageNotice notice) {
    try {
      OpenLink link = gate.find(segment, guest);
      if (link.hasPassword() && !gate.hasPass(link, guest)) {
        return locked(link, segment, 200, null);
      }
      Cursor cursor = Cursor.parse(after);
      return gallery(gate.visit(segment, guest), segment, album, cursor, notice);
    } catch (Problem problem) {
      return missing(problem);
    }
  }

  /** Ends in the page itself, by an address that can be loaded again without sending the password again. */
  Response unlock(String segment, Guest guest, String password) {
    try {
      String pass = seals.pass(gate.unlock(segment, guest, password));
      return Response.status(303).header("Location", "/s/" + segment).cookie(cookies.of(segment, pass)).build();
    } catch (Problem problem) {
      return switch (problem.status()) {
        case 403 -> locked(gate.find(segment, guest), segment, 403, "That is not the password.");
        case 429 -> tooMany(segment, guest);
        default -> missing(problem);
      };
    }
  }

  private Response gallery(OpenLink link, String segment, UUID inside, Cursor after, PageNotice notice) {
    PageUpload upload = link.allowUpload() ? PageUpload.of(segment, notice) : null;
    if (!link.isAlbum() && inside == null) {
      return gallery(link, segment, PageFolder.none(), upload, images.list(link, after, PICTURES), "/s/" + segment);
    }
    PublicAlbum album = albums.get(link, inside);
    PageFolder folder = PageFolder.of(link, segment, album, albums.inside(album, Cursor.parse(null), ALBUMS).items());
    String path = PageFolder.address(link, "/s/" + segment, album.id());
    return gallery(link, segment, folder, upload, images.list(link, album, after, PICTURES), path);
  }

  private Response gallery(
      OpenLink link, String segment, PageFolder folder, PageUpload upload, Page<PublicImageView> page, String path) {
    String preview =
        link.hasPassword() || page.items().isEmpty() ? null : page.items().getFirst().thumbnails().get("medium");
    PageGallery gallery = PageGallery.of(page, !link.isAlbum(), path);
    return answers
        .page(200, nonce -> PublicPages.gallery(PageHead.of(link, segment, config.origin(), nonce, preview), gallery, folder, upload))
        .cookie(cookies.of(segment, seals.pass(link)))
        .build();
  }

  private Response locked(OpenLink link, String segment, int status, String complaint) {
    return answers
        .page(status, nonce -> PublicPages.locked(PageHead.locked(link, segment, config.origin(), nonce), complaint))
        .build();
  }

  private Response tooMany(String segment, Guest guest) {
    Response page = locked(gate.find(segment, guest), segment, 429, "Too many wrong passwords. Try again later.");
    return Response.fromResponse(page).header("Retry-After", tries.pause().toSeconds()).build();
  }

  /** One and the same page for all that is not, or not any more. */
  private Response missing(Problem problem) {
    if (problem.status() != 404 && problem.status() != 400) {
      throw problem;
    }
    return answers.page(problem.status(), PublicPages::missing).build();
  }
}
