package pms.sharing.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import pms.sharing.access.AlbumRight;
import pms.sharing.mail.Mails;
import pms.sharing.mail.Strangers;
import pms.sharing.person.Label;

/** Who is told by mail that they were invited: a user, all known members of a group, or an address nobody has called with. */
@ApplicationScoped
class InvitationMails {

  private final Members members;
  private final Mails mails;
  private final Strangers strangers;

  InvitationMails(Members members, Mails mails, Strangers strangers) {
    this.members = members;
    this.mails = mails;
    this.strangers = strangers;
  }

  @Transactional(TxType.MANDATORY)
  void invited(AlbumRight album, String actor, Member member) {
    Label label = Label.of(member.label);
    if (label.isGroup()) {
      // Whoever sees the album in their own name already learns nothing new.
      mails.invited(member.subject, members.viewers(album), actor, album.id());
    } else if (member.subject != null) {
      mails.invited(member.subject, List.of(), actor, album.id());
    } else if (label.isMail()) {
      strangers.invited(label.who(), actor, album);
    }
  }
}
