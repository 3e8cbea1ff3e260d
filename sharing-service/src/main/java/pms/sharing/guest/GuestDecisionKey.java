package pms.sharing.guest;

import java.util.UUID;
import pms.sharing.access.AlbumRight;

/** Primary key of {@link GuestDecision}: the album's founder leads. */
record GuestDecisionKey(String ownerId, UUID albumId, UUID id) {

  static GuestDecisionKey of(AlbumRight album, UUID picture) {
    return new GuestDecisionKey(album.ownerId(), album.id(), picture);
  }
}
