package pms.sharing.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import pms.sharing.person.People;

/**
 * Owners decide who else is a member. Whether somebody of that name or address exists makes no difference to what can be done:
 * the invitation waits until they come. Every member is one row under one label, and only that row is changed by it.
 */
@ApplicationScoped
class Memberships {

  /** Every event of the album carries them all. */
  private static final int MOST = 1_000;

  private final AlbumGate gate;
  private final People people;
  private final Ownership ownership;
  private final MemberChanges changes;
  private final Clock clock;

  Memberships(AlbumGate gate, People people, Ownership ownership, MemberChanges changes, Clock clock) {
    this.gate = gate;
    this.people = people;
    this.ownership = ownership;
    this.changes = changes;
    this.clock = clock;
  }

  /** Repeating it changes nothing; for who is a member already it changes the role. */
  @Transactional
  Invited invite(Subjects caller, UUID album, Label label, Role role) {
    Optional<String> subject = people.subject(label);
    AlbumRight held = gate.enter(caller, album, Right.MANAGE);
    Optional<Member> present = Member.of(held, label);
    Member member = present.orElseGet(() -> create(caller, held, label, subject, role));
    if (present.isPresent()) {
      change(caller, held, member, role);
    }
    return new Invited(view(member), present.isEmpty());
  }

  @Transactional
  MemberView change(Subjects caller, UUID album, Label label, Role role) {
    AlbumRight held = gate.enter(caller, album, Right.MANAGE);
    Member member = Member.of(held, label).orElseThrow(Problem::notFound);
    change(caller, held, member, role);
    return view(member);
  }

  /** Owners remove anybody, everybody themselves. */
  @Transactional
  void remove(Subjects caller, UUID album, Label label) {
    AlbumRight held = gate.enter(caller, album, Right.VIEW);
    Optional<Member> named = Member.of(held, label);
    boolean own = named.filter(member -> Subjects.user(caller.id()).equals(member.subject)).isPresent();
    if (!own && !held.allows(Right.MANAGE)) {
      throw AlbumRights.refused();
    }
    Member member = named.orElseThrow(Problem::notFound);
    member.delete();
    ownership.settle(held);
    changes.made(held, caller.id(), own ? Action.MEMBER_LEFT : Action.MEMBER_REMOVED, member);
  }

  /** Whoever is a member in their own name, be it by name and by mail, is none any more. */
  @Transactional
  void leave(Subjects caller, UUID album) {
    AlbumRight held = gate.enter(caller, album, Right.VIEW);
    var own = Member.of(held, Subjects.user(caller.id()));
    if (own.isEmpty()) {
      throw Problem.conflict("not-yours-to-leave", "You see this album through a group or through an album around it.");
    }
    own.forEach(Member::delete);
    ownership.settle(held);
    own.forEach(member -> changes.made(held, caller.id(), Action.MEMBER_LEFT, member));
  }

  private Member create(Subjects caller, AlbumRight held, Label label, Optional<String> subject, Role role) {
    if (Member.count(held) >= MOST) {
      throw Problem.conflict("too-many-members", "An album has at most " + MOST + " members; invite a group.");
    }
    Member member = Member.create(held, label, subject.orElse(null), role, caller.id(), clock.instant());
    changes.made(held, caller.id(), Action.MEMBER_ADDED, member);
    return member;
  }

  private void change(Subjects caller, AlbumRight held, Member member, Role role) {
    if (member.role() == role) {
      return;
    }
    member.role = role.rank();
    ownership.settle(held);
    changes.made(held, caller.id(), Action.MEMBER_CHANGED, member);
  }

  private MemberView view(Member member) {
    Map<String, String> names = member.userId().map(id -> people.displayNames(Set.of(id))).orElse(Map.of());
    return MemberView.of(member.listed(), names, true);
  }

  /** @param fresh false when they were a member before */
  record Invited(MemberView member, boolean fresh) {}
}
