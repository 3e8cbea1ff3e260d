package pms.sharing;

import java.util.List;
import java.util.UUID;
import pms.contracts.AlbumEvent;
import pms.contracts.Topics;

/** What others hear of an album. */
final class AlbumEvents {

  /** All that stands on the topic by now, oldest first. */
  static List<AlbumEvent> of(UUID album) {
    return Heard.on(Topics.ALBUM_CHANGED, album);
  }

  private AlbumEvents() {}
}
