package pms.sharing.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
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

  private final AlbumRights rights;
  private final People people;
  private final Clock clock;

  Activities(AlbumRights rights, People people, Clock clock) {
    this.rights = rights;
    this.people = people;
    this.clock = clock;
  }

  /** @param actor id of the user who did it */
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

  @Transactional
  Page<ActivityView> newest(Subjects caller, UUID album, Cursor after, Limit limit) {
    AlbumRight held = rights.require(caller, album, Right.VIEW);
    List<Activity> found = Activity.newest(held.ownerId(), album, held.allows(Right.MANAGE), after, limit.andOneMore());
    Map<String, String> names = people.displayNames(found.stream().map(activity -> activity.actor).distinct().toList());
    return Page.of(found, limit.rows(), activity -> ActivityView.of(activity, names), Activity::cursor);
  }
}
