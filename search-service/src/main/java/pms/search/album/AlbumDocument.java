package pms.search.album;

import java.util.List;
import java.util.UUID;
import pms.contracts.AlbumChanged;
import pms.contracts.AlbumDeleted;
import pms.contracts.AlbumEvent;

/**
 * An album in the index. It is a snapshot, so the newest event is the whole document. Of a deleted one a tombstone is left,
 * so that a latecomer cannot bring it back.
 *
 * @param viewers subjects that may see it, its owner among them
 */
record AlbumDocument(UUID id, String owner, String title, List<String> viewers, boolean deleted) {

  static AlbumDocument of(AlbumEvent event) {
    return switch (event) {
      case AlbumChanged album ->
          new AlbumDocument(album.albumId(), album.owner(), album.title(), album.viewers(), false);
      case AlbumDeleted album -> new AlbumDocument(album.albumId(), album.owner(), null, List.of(), true);
    };
  }

  /** Grows with every change of the album: a lower one than was written already is stale. */
  static long revision(AlbumEvent event) {
    return switch (event) {
      case AlbumChanged album -> album.revision();
      case AlbumDeleted album -> album.revision();
    };
  }
}
