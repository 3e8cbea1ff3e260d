package pms.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An album as it is now, with those who may see it.
 *
 * @param revision grows by one with every change of the album
 * @param cover image shown for the album; null when none is chosen and the album is empty
 * @param viewers subjects that may see the album, such as {@code user:…} or {@code group:…}, its owner among them
 * @param news why it is told of; null from writers who did not say
 */
public record AlbumChanged(
    UUID albumId,
    String owner,
    long revision,
    String title,
    String description,
    UUID cover,
    long count,
    List<String> viewers,
    Instant at,
    AlbumNews news)
    implements AlbumEvent {

  public AlbumChanged {
    viewers = List.copyOf(viewers);
  }

  /** Without a reason. */
  public AlbumChanged(
      UUID albumId,
      String owner,
      long revision,
      String title,
      String description,
      UUID cover,
      long count,
      List<String> viewers,
      Instant at) {
    this(albumId, owner, revision, title, description, cover, count, viewers, at, null);
  }

  @Override
  public String key() {
    return albumId.toString();
  }
}
