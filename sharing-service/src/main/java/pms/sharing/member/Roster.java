package pms.sharing.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pms.sharing.access.AlbumRight;
import pms.sharing.access.AlbumRights;
import pms.sharing.access.Right;
import pms.sharing.access.Subjects;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;
import pms.sharing.person.People;

/** Everybody who sees an album may know who else does. */
@ApplicationScoped
class Roster {

  private final EntityManager database;
  private final AlbumRights rights;
  private final People people;

  Roster(EntityManager database, AlbumRights rights, People people) {
    this.database = database;
    this.rights = rights;
    this.people = people;
  }

  @Transactional
  Page<MemberView> list(Subjects caller, UUID album, Cursor after, Limit limit) {
    AlbumRight held = rights.require(caller, album, Right.VIEW);
    List<Listed> found = page(album, after, limit.andOneMore());
    Map<String, String> names =
        people.displayNames(found.stream().map(Listed::userId).flatMap(Optional::stream).distinct().toList());
    return Page.of(found, limit.rows(), member -> MemberView.of(member, names, held.allows(Right.MANAGE)), Listed::cursor);
  }

  @SuppressWarnings("unchecked")
  private List<Listed> page(UUID album, Cursor after, int rows) {
    List<Tuple> found =
        database
            .createNativeQuery(Listed.PAGE, Tuple.class)
            .setParameter(1, album)
            .setParameter(2, (int) Math.clamp(after.position(), -1, Integer.MAX_VALUE))
            .setParameter(3, after.id())
            .setParameter(4, rows)
            .getResultList();
    return found.stream().map(Listed::of).toList();
  }
}
