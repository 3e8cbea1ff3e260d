package pms.sharing.album;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.UUID;
import pms.kit.problem.Problem;
import pms.sharing.access.AlbumRight;
import pms.sharing.access.AlbumRights;
import pms.sharing.access.Right;
import pms.sharing.access.Subjects;
import pms.sharing.member.Members;

/**
 * Where everybody who changes an album comes in. The right is asked for before the album is locked, so that strangers cannot hold
 * it up, and again after, when nobody can take it away any more.
 */
@ApplicationScoped
public class AlbumGate {

  private final AlbumRights rights;
  private final Members members;

  AlbumGate(AlbumRights rights, Members members) {
    this.rights = rights;
    this.members = members;
  }

  /** The album stays as it is, but for the caller's own changes, until the running transaction ends. */
  @Transactional(TxType.MANDATORY)
  public AlbumRight enter(Subjects caller, UUID album, Right right) {
    AlbumRight held = rights.require(caller, album, right);
    locked(held);
    AlbumRight kept = rights.require(caller, album, right);
    if (right != Right.VIEW) {
      members.acts(kept, caller);
    }
    return kept;
  }

  /** Albums whose members are about to change, and all inside them. */
  @Transactional(TxType.MANDATORY)
  public void hold(Collection<UUID> albums) {
    Album.lockTrees(albums);
  }

  /** Id of the user who has the album now. */
  @Transactional(TxType.MANDATORY)
  public String holder(AlbumRight album) {
    return locked(album).holderId;
  }

  @Transactional(TxType.MANDATORY)
  public void handTo(AlbumRight album, String user) {
    Album found = locked(album);
    found.requireMovable();
    found.holderId = user;
  }

  /** For those who have come in. */
  Album locked(AlbumRight album) {
    return Album.lock(new AlbumKey(album.ownerId(), album.id())).orElseThrow(Problem::notFound);
  }
}
