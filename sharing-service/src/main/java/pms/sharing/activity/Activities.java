package pms.sharing.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import pms.contracts.Ids;
import pms.sharing.access.AlbumRight;
import pms.sharing.access.AlbumRights;
import pms.sharing.access.Right;
import pms.sharing.access.Subjects;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;
import pms.sharing.person.People;

/** What goes on in albums, for all who see them. */
@ApplicationScoped
public class Activities {

  /** What comes within it is one entry for those who look at it. */
  public static final Duration TOGETHER = Duration.ofHours(1);

  private final AlbumRights rights;
  private final People people;
  private final Clock clock;

  Activities(AlbumRights rights, People people, Clock clock) {
    this.rights = rights;
    this.people = people;
    this.clock = clock;
  }

  /** @param actor id of the user who did it; null for a guest, and for who leaves that was invited by mail */
  @Transactional(TxType.MANDATORY)
  public void happened(AlbumRight album, String actor, Happening happening) {
    Activity activity = new Activity();
    activity.ownerId = album.ownerId();
    activity.albumId = album.id();
    activity.id = Ids.next();
    activity.at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    activity.actor = actor;
    activity.kind = happening.kind();
    activity.amount = happening.amount();
    activity.images = happening.images().toArray(UUID[]::new);
    activity.subject = happening.subject();
    activity.persist();
  }

  /** Below every id that is made from this moment on: ids begin with the time (RFC 9562, version 7). */
  public static UUID madeAt(Instant time) {
    return new UUID(time.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);
  }

  @Transactional
  Page<ActivityView> newest(Subjects caller, UUID album, Cursor after, Limit limit) {
    AlbumRight held = rights.require(caller, album, Right.VIEW);
    List<Activity> found = Activity.newest(held.ownerId(), album, held.allows(Right.MANAGE), after, limit.andOneMore());
    Map<String, String> names = people.displayNames(found.stream().map(activity -> activity.actor).filter(Objects::nonNull).distinct().toList());
    return Page.of(found, limit.rows(), activity -> ActivityView.of(activity, names), Activity::cursor);
  }
}
