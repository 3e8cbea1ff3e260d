package pms.sharing.member;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.contracts.Ids;
import pms.sharing.access.AlbumRight;
import pms.sharing.access.Role;
import pms.sharing.access.Subjects;
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

  /** False as long as nobody may learn from this album whether, and as whom, somebody invited by mail is here. */
  public boolean acted;

  public Instant addedAt;

  static Member create(AlbumRight album, Label label, String subject, Role role, String by, Instant now) {
    Member member = new Member();
    member.ownerId = album.ownerId();
    member.albumId = album.id();
    member.id = Ids.next();
    member.label = label.text();
    member.subject = subject;
    member.role = role.rank();
    member.addedBy = by;
    member.acted = !label.isMail();
    member.addedAt = now.truncatedTo(ChronoUnit.MICROS);
    member.persist();
    return member;
  }

  static Optional<Member> of(AlbumRight album, Label label) {
    return find(IN_ALBUM + "and label = ?3", album.ownerId(), album.id(), label.text()).firstResultOptional();
  }

  /** All under which somebody is a member; more than one when invited by name and by mail. */
  static List<Member> of(AlbumRight album, String subject) {
    return list(IN_ALBUM + "and subject = ?3 order by id", album.ownerId(), album.id(), subject);
  }

  /** Those who own the album themselves, have come and may be known, the longest first. */
  static List<Member> owners(AlbumRight album) {
    return list(
        IN_ALBUM + "and role = ?3 and subject is not null and acted order by id", album.ownerId(), album.id(), Role.OWNER.rank());
  }

  static long count(AlbumRight album) {
    return count(IN_ALBUM, album.ownerId(), album.id());
  }

  /** Albums where an invitation waits for somebody called so. */
  static List<UUID> albumsAwaiting(List<String> labels) {
    String ids = "select distinct albumId from Member where subject is null and label in ?1";
    return find(ids, labels).project(UUID.class).list();
  }

  static List<Member> awaiting(List<String> labels) {
    return list("subject is null and label in ?1", labels);
  }

  Role role() {
    return Role.ofRank(role);
  }

  /** Empty for groups and for those who have not come. */
  Optional<String> userId() {
    return Subjects.userId(subject);
  }

  /** Whom the album can be handed to; the same nothing for who has not come and for who came by mail and did nothing yet. */
  Optional<String> knownUserId() {
    return acted ? userId() : Optional.empty();
  }

  AlbumRight album() {
    return new AlbumRight(ownerId, albumId, role());
  }

  Listed listed() {
    return new Listed(id, Label.of(label), subject, role(), addedAt, 0);
  }
}
