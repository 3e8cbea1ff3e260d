package pms.sharing.album;

import java.util.UUID;
import pms.kit.problem.Problem;

/**
 * Body of a new album.
 *
 * @param parent the album to put it into; null for none
 * @param query what it follows by itself; null for an album that is picked by hand
 */
record AlbumRequest(String title, String description, UUID parent, String query) {

  AlbumRequest checked() {
    return new AlbumRequest(AlbumText.title(title), AlbumText.description(description), parent, query == null ? null : AlbumText.query(query));
  }

  static AlbumRequest required(AlbumRequest body) {
    if (body == null) {
      throw Problem.invalid("body", "is missing");
    }
    return body.checked();
  }
}
