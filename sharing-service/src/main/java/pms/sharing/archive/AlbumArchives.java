package pms.sharing.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.contracts.ObjectKeys;
import pms.kit.problem.Problem;
import pms.kit.store.ObjectMissing;
import pms.kit.store.ObjectStore;
import pms.sharing.access.Accesses;
import pms.sharing.access.AlbumRights;
import pms.sharing.access.Right;
import pms.sharing.access.Subjects;
import pms.sharing.page.Cursor;
import pms.sharing.publicpage.KeptFile;
import pms.sharing.view.Keepable;
import pms.sharing.view.Pictures;
import pms.sharing.view.Shown;

/**
 * For members: the files as uploaded, each only as long as it may be downloaded by itself, straight from the store. Of what was
 * edited only its owner and editors get the file, as when it is downloaded by itself; others get what is shown.
 */
@ApplicationScoped
class AlbumArchives {

  private final AlbumRights rights;
  private final Accesses accesses;
  private final ArchivedAlbums albums;
  private final Pictures pictures;
  private final ObjectStore store;

  AlbumArchives(AlbumRights rights, Accesses accesses, ArchivedAlbums albums, Pictures pictures, ObjectStore store) {
    this.rights = rights;
    this.accesses = accesses;
    this.albums = albums;
    this.pictures = pictures;
    this.store = store;
  }

  Response archive(Subjects caller, UUID album, Request request) {
    rights.require(caller, album, Right.DOWNLOAD);
    List<ArchivedAlbum> tree = albums.tree(album);
    if (tree.isEmpty()) {
      throw Problem.notFound();
    }
    return Writing.answer(tree.getFirst().title(), tree, new Members(caller, album), request);
  }

  private final class Members implements Source {

    private final Subjects caller;
    private final UUID album;

    Members(Subjects caller, UUID album) {
      this.caller = caller;
      this.album = album;
    }

    @Override
    public List<Item> page(ArchivedAlbum inside, Cursor after, int rows) {
      return albums.items(inside, after, rows);
    }

    @Override
    public Optional<KeptFile> open(Item item) throws Ended {
      if (accesses.decide(caller, item.image(), Right.DOWNLOAD)) {
        return stored(item);
      }
      if (rights.of(caller, album).isEmpty()) {
        throw new Ended();
      }
      return Optional.empty();
    }

    /** The file that counts now, which may be another than when the page was read. */
    private Optional<KeptFile> stored(Item item) {
      Optional<Keepable> known = pictures.keepable(item.owner(), item.image());
      if (known.filter(Keepable::edited).isPresent() && !accesses.decide(caller, item.image(), Right.EDIT)) {
        return known.flatMap(Keepable::largest).flatMap(shown -> stored(shown.objectKey(), rendered(item.name())));
      }
      Optional<Shown.Original> file = known.flatMap(Keepable::file);
      return stored(
          file.map(Shown.Original::objectKey).orElseGet(() -> ObjectKeys.original(item.owner(), item.image())),
          file.map(Shown.Original::fileName).orElse(item.name()));
    }

    private Optional<KeptFile> stored(String key, String name) {
      try {
        InputStream in = store.get(key);
        return Optional.of(KeptFile.of(name, in));
      } catch (ObjectMissing purgedMeanwhile) {
        return Optional.empty();
      }
    }

    private static String rendered(String name) {
      return (name == null ? "picture" : name.replaceFirst("\\.[^.]{1,5}$", "")) + ".jpg";
    }
  }
}
