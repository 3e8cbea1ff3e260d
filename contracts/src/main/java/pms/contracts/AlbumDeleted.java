package pms.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An album is gone; its pictures stay.
 *
 * @param viewers subjects that could see it until then; empty from writers who did not say
 */
public record AlbumDeleted(UUID albumId, String owner, long revision, Instant at, List<String> viewers)
    implements AlbumEvent {

  public AlbumDeleted {
    viewers = viewers == null ? List.of() : List.copyOf(viewers);
  }

  /** Without saying whose it was. */
  public AlbumDeleted(UUID albumId, String owner, long revision, Instant at) {
    this(albumId, owner, revision, at, List.of());
  }

  @Override
  public String key() {
    return albumId.toString();
  }
}
