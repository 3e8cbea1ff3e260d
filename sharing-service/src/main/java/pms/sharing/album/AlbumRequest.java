package pms.sharing.album;

import pms.kit.problem.Problem;

/** Body of a new album. */
record AlbumRequest(String title, String description) {

  AlbumRequest checked() {
    return new AlbumRequest(AlbumText.title(title), AlbumText.description(description));
  }

  static AlbumRequest required(AlbumRequest body) {
    if (body == null) {
      throw Problem.invalid("body", "is missing");
    }
    return body.checked();
  }
}
