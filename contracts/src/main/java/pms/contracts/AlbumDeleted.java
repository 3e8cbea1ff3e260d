package pms.contracts;

import java.time.Instant;
import java.util.UUID;

/** An album is gone; its pictures stay. */
public record AlbumDeleted(UUID albumId, String owner, long revision, Instant at) implements AlbumEvent {

  @Override
  public String key() {
    return albumId.toString();
  }
}
