package pms.sharing.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import pms.kit.problem.Problem;
import pms.sharing.access.AlbumRight;
import pms.sharing.access.AlbumRights;
import pms.sharing.access.Right;
import pms.sharing.access.Role;
import pms.sharing.access.Subjects;
import pms.sharing.album.AlbumGate;
import pms.sharing.audit.Action;
import pms.sharing.person.Label;

/**
 * An album always has an owner who has come; one of the owners holds it, and only the holder hands it over. Who was invited by mail
 * does not count until they changed something in it: else the answers would tell whether, and under which id, that address is here.
 */
@ApplicationScoped
class Ownership {

  private final AlbumGate gate;
  private final MemberChanges changes;

  Ownership(AlbumGate gate, MemberChanges changes) {
    this.gate = gate;
    this.changes = changes;
  }

  /** After a member of an album, which is locked, went or got another role. */
  @Transactional(TxType.MANDATORY)
  void settle(AlbumRight album) {
    List<Member> owners = Member.owners(album);
    if (owners.isEmpty()) {
      throw Problem.conflict("last-owner", "An album needs an owner: hand it over or delete it.");
    }
    String holder = gate.holder(album);
    if (owners.stream().noneMatch(owner -> owner.userId().orElseThrow().equals(holder))) {
      gate.handTo(album, owners.getFirst().userId().orElseThrow());
    }
  }

  /** The new one owns and holds it; the one before stays as an editor. */
  @Transactional
  void handOver(Subjects caller, UUID album, Label label) {
    AlbumRight held = gate.enter(caller, album, Right.MANAGE);
    if (!gate.holder(held).equals(caller.id())) {
      throw AlbumRights.refused();
    }
    Member next = Member.of(held, label).orElseThrow(Ownership::noMember);
    String user = next.knownUserId().orElseThrow(Ownership::hasNotCome);
    if (user.equals(caller.id())) {
      return;
    }
    Member.of(held, Subjects.user(caller.id())).forEach(before -> before.role = Role.EDITOR.rank());
    Member.of(held, Subjects.user(user)).forEach(after -> after.role = Role.OWNER.rank());
    gate.handTo(held, user);
    changes.made(held, caller.id(), Action.OWNER_CHANGED, next);
  }

  private static Problem noMember() {
    return Problem.invalid("subject", "is not a member of this album: invite them first");
  }

  private static Problem hasNotCome() {
    return Problem.conflict("has-not-come", "They have not been here yet, or came by mail and did nothing in this album yet, so they cannot own it.");
  }
}
