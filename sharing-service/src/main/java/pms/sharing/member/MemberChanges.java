package pms.sharing.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import org.jboss.logging.Logger;
import pms.sharing.access.AlbumRight;
import pms.sharing.activity.Activities;
import pms.sharing.activity.Happening;
import pms.sharing.album.Announcements;
import pms.sharing.audit.Action;
import pms.sharing.audit.Audit;
import pms.sharing.person.Label;

/** Tells all whom a change of members concerns: the other services, the trail, and the album's members. */
@ApplicationScoped
class MemberChanges {

  private static final Logger LOG = Logger.getLogger(MemberChanges.class);

  private final Announcements announcements;
  private final Audit audit;
  private final Activities activities;
  private final InvitationMails mails;

  MemberChanges(Announcements announcements, Audit audit, Activities activities, InvitationMails mails) {
    this.mails = mails;
    this.announcements = announcements;
    this.audit = audit;
    this.activities = activities;
  }

  /** @param member as they are now, or were until they went */
  @Transactional(TxType.MANDATORY)
  void made(AlbumRight album, String actor, Action action, Member member) {
    announcements.viewersChanged(List.of(album.id()));
    boolean gone = action == Action.MEMBER_REMOVED || action == Action.MEMBER_LEFT;
    String told = action == Action.MEMBER_LEFT ? by(actor, Label.of(member.label)) : actor;
    audit.album(album, told, action, member.label, gone ? null : member.role().text());
    activities.happened(album, told, Happening.with(action.text(), MemberView.shown(Label.of(member.label))));
    if (action == Action.MEMBER_ADDED) {
      mails.invited(album, actor, member);
    }
    LOG.infof("album %s: %s by %s", album.id(), action.text(), actor);
  }

  /** Null where the id would stand beside somebody's own mail address. */
  private static String by(String actor, Label label) {
    return label.isMail() ? null : actor;
  }
}
