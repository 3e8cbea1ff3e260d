package pms.sharing.album;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/** An album as the caller sees it. */
record AlbumView(
    UUID id,
    String owner,
    String title,
    String description,
    String role,
    long count,
    UUID cover,
    Instant createdAt,
    Instant changedAt,
    @JsonIgnore long revision) {

  static AlbumView of(Album album) {
    return new AlbumView(
        album.id,
        album.ownerId,
        album.title,
        album.description,
        "owner",
        album.itemCount,
        album.cover,
        album.createdAt,
        album.changedAt,
        album.revision);
  }
}
