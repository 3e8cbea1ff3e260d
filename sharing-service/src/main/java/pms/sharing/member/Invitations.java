package pms.sharing.member;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import pms.sharing.access.Subjects;
import pms.sharing.album.AlbumGate;
import pms.sharing.album.Announcements;
import pms.sharing.audit.Action;
import pms.sharing.audit.Audit;
import pms.sharing.person.Label;
import pms.sharing.person.PersonMet;

/** What waited for somebody becomes theirs when they come. */
@ApplicationScoped
class Invitations {

  private final AlbumGate gate;
  private final Announcements announcements;
  private final Audit audit;

  Invitations(AlbumGate gate, Announcements announcements, Audit audit) {
    this.gate = gate;
    this.announcements = announcements;
    this.audit = audit;
  }

  /** After the grants of images: images are locked before albums everywhere. */
  @Transactional(TxType.MANDATORY)
  void taken(@Observes @Priority(20) PersonMet person) {
    List<UUID> albums = Member.albumsAwaiting(person.labels());
    if (albums.isEmpty()) {
      return;
    }
    gate.hold(albums);
    for (Member member : Member.awaiting(person.labels())) {
      member.subject = Subjects.user(person.id());
      audit.album(member.album(), person.known(Label.of(member.label)), Action.INVITATION_TAKEN, member.label, member.role().text());
    }
    announcements.viewersChanged(albums);
  }
}
