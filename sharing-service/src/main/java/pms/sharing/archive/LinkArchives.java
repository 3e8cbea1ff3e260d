package pms.sharing.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import pms.kit.problem.Problem;
import pms.sharing.link.OpenLink;
import pms.sharing.link.OpenLinks;
import pms.sharing.page.Cursor;
import pms.sharing.publicpage.Downloads;
import pms.sharing.publicpage.Gate;
import pms.sharing.publicpage.Guest;
import pms.sharing.publicpage.KeptFile;
import pms.sharing.publicpage.PublicImages;
import pms.sharing.view.Pictures;

/** For guests: of each picture exactly what its single download through the same link gives, while the link is as it was. */
@ApplicationScoped
class LinkArchives {

  private final Gate gate;
  private final OpenLinks links;
  private final PublicImages images;
  private final Downloads downloads;
  private final Pictures pictures;
  private final ArchivedAlbums albums;

  LinkArchives(
      Gate gate, OpenLinks links, PublicImages images, Downloads downloads, Pictures pictures, ArchivedAlbums albums) {
    this.gate = gate;
    this.links = links;
    this.images = images;
    this.downloads = downloads;
    this.pictures = pictures;
    this.albums = albums;
  }

  Response archive(String segment, Guest guest, Request request) {
    OpenLink link = gate.enter(segment, guest);
    if (!link.allowDownload() || !link.isAlbum()) {
      throw Problem.notFound();
    }
    Response answer = Writing.answer(link.title(), albums.tree(link.album()), new Linked(segment, link), request);
    if (!request.getMethod().equals("HEAD")) {
      links.countDownload(link);
    }
    return answer;
  }

  private final class Linked implements Source {

    private final String segment;
    private final OpenLink entered;

    Linked(String segment, OpenLink entered) {
      this.segment = segment;
      this.entered = entered;
    }

    @Override
    public List<Item> page(ArchivedAlbum album, Cursor after, int rows) {
      return pictures.page(album.owner(), album.id(), after, rows).stream()
          .map(placed -> new Item(placed.picture().id(), placed.picture().owner(), "picture", placed.cursor()))
          .toList();
    }

    @Override
    public Optional<KeptFile> open(Item item) throws Ended {
      OpenLink link = stillOpen();
      try {
        return images.find(link, item.image()).map(picture -> downloads.open(link, picture));
      } catch (Problem gone) {
        return Optional.empty();
      }
    }

    /** Asked at each picture, like at each single download; a new password ends what began under the old one. */
    private OpenLink stillOpen() throws Ended {
      try {
        OpenLink link = links.open(segment);
        if (link.allowDownload() && link.lock().equals(entered.lock())) {
          return link;
        }
      } catch (Problem closed) {
        throw new Ended();
      }
      throw new Ended();
    }
  }
}
