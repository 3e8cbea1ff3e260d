package pms.sharing.album;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import pms.contracts.Topics;
import pms.kit.event.Outbox;
import pms.sharing.member.Members;

/** Tells the others what an album is now and who may see it: one event an album, however many images are in it. */
@ApplicationScoped
public class Announcements {

  private final Members members;
  private final Outbox outbox;
  private final Clock clock;

  Announcements(Members members, Outbox outbox, Clock clock) {
    this.members = members;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Members or places of these albums changed, and so did who sees the albums inside them. */
  @Transactional(TxType.MANDATORY)
  public void viewersChanged(Collection<UUID> albums) {
    Album.lockTrees(albums).forEach(this::changed);
  }

  /** A new revision of an album that is locked. */
  @Transactional(TxType.MANDATORY)
  void changed(Album album) {
    album.changed(clock.instant());
    told(album);
  }

  /** The revision it has already. */
  @Transactional(TxType.MANDATORY)
  void told(Album album) {
    told(album, "changed", List.of());
  }

  /** Again, for the sake of the news; the album is locked. */
  @Transactional(TxType.MANDATORY)
  void told(Album album, String kind, List<UUID> images) {
    outbox.publish(Topics.ALBUM_CHANGED, album.snapshot(members.viewers(album.path), kind, images));
  }

  @Transactional(TxType.MANDATORY)
  void gone(Album album) {
    outbox.publish(Topics.ALBUM_CHANGED, album.farewell(clock.instant()));
  }
}
