package pms.sharing.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.sharing.access.AlbumRight;
import pms.sharing.access.Role;
import pms.sharing.access.Subjects;
import pms.sharing.person.Label;

/** What albums need to know of their members. */
@ApplicationScoped
public class Members {

  private static final String VIEWERS =
      "SELECT DISTINCT subject FROM member WHERE album_id = ANY (?1) AND subject IS NOT NULL ORDER BY subject";

  private final EntityManager database;

  Members(EntityManager database) {
    this.database = database;
  }

  /** A new album's first owner. */
  @Transactional(TxType.MANDATORY)
  public void found(String founder, Label label, UUID album, Instant now) {
    AlbumRight owned = new AlbumRight(founder, album, Role.OWNER);
    Member.create(owned, label, Subjects.user(founder), Role.OWNER, founder, now);
  }

  /**
   * The subjects who may see an album: its members and those of the albums around it.
   *
   * @param path ids of the albums from the outermost down to it
   */
  @Transactional(TxType.MANDATORY)
  public List<String> viewers(UUID[] path) {
    return database.createNativeQuery(VIEWERS, String.class).setParameter(1, path).getResultList();
  }

  /** Ids of the users among them; who is in a group is known from their token only. */
  @Transactional(TxType.MANDATORY)
  public List<String> users(UUID[] path) {
    return viewers(path).stream().map(Subjects::userId).flatMap(Optional::stream).toList();
  }
}
