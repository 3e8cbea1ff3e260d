package pms.sharing.album;

import java.util.UUID;
import pms.kit.problem.Problem;

/**
 * Body of a new album.
 *
 * @param parent the album to put it into; null for none
 */
record AlbumRequest(String title, String description, UUID parent) {

  AlbumRequest checked() {
    return new AlbumRequest(AlbumText.title(title), AlbumText.description(description), parent);
  }

  static AlbumRequest required(AlbumRequest body) {
    if (body == null) {
      throw Problem.invalid("body", "is missing");
    }
    return body.checked();
  }
}
