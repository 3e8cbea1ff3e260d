package pms.sharing.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
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

  private static final String VIEWERS_OF =
      "SELECT DISTINCT m.subject FROM album a JOIN member m ON m.album_id = ANY (a.path)"
          + " WHERE a.owner_id = ?1 AND a.id = ?2 AND m.subject IS NOT NULL";

  private static final String ACTED =
      "UPDATE member SET acted = true WHERE owner_id = ?1 AND album_id = ?2 AND subject = ?3 AND NOT acted";

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

  /** Whoever changes something in an album is known there from then on, however they were invited. */
  @Transactional(TxType.MANDATORY)
  public void acts(AlbumRight album, Subjects caller) {
    database.createNativeQuery(ACTED)
        .setParameter(1, album.ownerId()).setParameter(2, album.id()).setParameter(3, Subjects.user(caller.id()))
        .executeUpdate();
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

  /** The same by its key. */
  @Transactional(TxType.MANDATORY)
  List<String> viewers(AlbumRight album) {
    return database.createNativeQuery(VIEWERS_OF, String.class)
        .setParameter(1, album.ownerId()).setParameter(2, album.id()).getResultList();
  }
}
