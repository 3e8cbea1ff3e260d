package pms.sharing.guest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import pms.kit.problem.Problem;
import pms.sharing.access.AlbumRight;
import pms.sharing.access.Role;
import pms.sharing.activity.Activities;
import pms.sharing.activity.Happening;
import pms.sharing.album.GuestItems;
import pms.sharing.link.LinkConfig;
import pms.sharing.link.OpenLink;
import pms.sharing.link.OpenLinks;
import pms.sharing.link.UnlockTries;
import pms.sharing.publicpage.Gate;
import pms.sharing.publicpage.Guest;

/** Whether a guest may send a picture: the link has to say so, when it begins and when it is here. */
@ApplicationScoped
class GuestUploads {

  private static final String ONE_MORE =
      "UPDATE activity SET amount = amount + 1"
          + " WHERE owner_id = ?1 AND album_id = ?2 AND id > ?3 AND kind = ?4 AND subject = ?5";

  private final Gate gate;
  private final OpenLinks links;
  private final UnlockTries tries;
  private final LinkConfig config;
  private final GuestItems items;
  private final Activities activities;
  private final EntityManager database;
  private final Clock clock;

  GuestUploads(
      Gate gate,
      OpenLinks links,
      UnlockTries tries,
      LinkConfig config,
      GuestItems items,
      Activities activities,
      EntityManager database,
      Clock clock) {
    this.gate = gate;
    this.links = links;
    this.tries = tries;
    this.config = config;
    this.items = items;
    this.activities = activities;
    this.database = database;
    this.clock = clock;
  }

  /** The same gate as for everything else behind the link, and so many pictures by one address. */
  GuestPermit begin(String segment, Guest guest) {
    OpenLink link = gate.enter(segment, guest);
    requireUpload(link);
    if (!tries.take("picture", guest.address(), config.guestPictures())) {
      throw Problem.of(429, "too-many-pictures", "Too many pictures", "You sent many pictures in a short time: wait a little.");
    }
    return GuestPermit.of(link);
  }

  /**
   * The bytes are here, and right after this the picture is in the queue. Those who look at the queue are told in the album's
   * activity; a crash in between leaves a hint too many, and the queue itself is always right.
   */
  @Transactional
  GuestPermit finish(String segment) {
    OpenLink link = links.open(segment);
    requireUpload(link);
    tell(link);
    return GuestPermit.of(link);
  }

  private void requireUpload(OpenLink link) {
    if (!link.allowUpload() || !items.takes(link.owner(), link.album())) {
      throw Problem.notFound();
    }
  }

  private void tell(OpenLink link) {
    String subject = "link:" + link.id();
    int known =
        database.createNativeQuery(ONE_MORE)
            .setParameter(1, link.owner()).setParameter(2, link.album()).setParameter(3, Activities.madeAt(clock.instant().minus(Activities.TOGETHER)))
            .setParameter(4, Happening.GUESTS_WAITING).setParameter(5, subject).executeUpdate();
    if (known == 0) {
      AlbumRight album = new AlbumRight(link.owner(), link.album(), Role.OWNER);
      activities.happened(album, link.maker(), new Happening(Happening.GUESTS_WAITING, 1, List.of(), subject));
    }
  }
}
