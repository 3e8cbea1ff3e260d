package pms.sharing.member;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.contracts.Ids;
import pms.sharing.access.Role;
import pms.sharing.person.Label;

/** A user or a group with a role in an album, or somebody invited who has not come yet. */
@Entity
@IdClass(MemberKey.class)
public class Member extends PanacheEntityBase {

  private static final String IN_ALBUM = "ownerId = ?1 and albumId = ?2 ";

  @Id public String ownerId;
  @Id public UUID albumId;
  @Id public UUID id;
  public String label;
  public String subject;
  public short role;
  public String addedBy;
  public Instant addedAt;

  static Member create(String ownerId, UUID album, Label label, String subject, Role role, String by, Instant now) {
    Member member = new Member();
    member.ownerId = ownerId;
    member.albumId = album;
    member.id = Ids.next();
    member.label = label.text();
    member.subject = subject;
    member.role = role.rank();
    member.addedBy = by;
    member.addedAt = now;
    member.persist();
    return member;
  }

  static Optional<Member> of(String ownerId, UUID album, Label label) {
    return find(IN_ALBUM + "and label = ?3", ownerId, album, label.text()).firstResultOptional();
  }

  /** All under which somebody is a member; more than one when invited by name and by mail. */
  static List<Member> of(String ownerId, UUID album, String subject) {
    return list(IN_ALBUM + "and subject = ?3 order by id", ownerId, album, subject);
  }

  /** Those who own the album themselves, the longest first. */
  static List<Member> owners(String ownerId, UUID album) {
    return list(
        IN_ALBUM + "and role = ?3 and subject like 'user:%' order by id", ownerId, album, Role.OWNER.rank());
  }

  /** Invitations that wait for somebody called so. */
  static List<Member> awaiting(List<String> labels) {
    return labels.isEmpty() ? List.of() : list("subject is null and label in ?1 order by albumId, id", labels);
  }

  Role role() {
    return Role.ofRank(role);
  }
}
