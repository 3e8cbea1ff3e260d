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

/** For members: the files as uploaded, each only as long as it may be downloaded by itself, straight from the store. */
@ApplicationScoped
class AlbumArchives {

  private final AlbumRights rights;
  private final Accesses accesses;
  private final ArchivedAlbums albums;
  private final ObjectStore store;

  AlbumArchives(AlbumRights rights, Accesses accesses, ArchivedAlbums albums, ObjectStore store) {
    this.rights = rights;
    this.accesses = accesses;
    this.albums = albums;
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

    private Optional<KeptFile> stored(Item item) {
      try {
        InputStream in = store.get(ObjectKeys.original(item.owner(), item.image()));
        return Optional.of(KeptFile.of(item.name(), in));
      } catch (ObjectMissing purgedMeanwhile) {
        return Optional.empty();
      }
    }
  }
}
