package pms.sharing.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pms.sharing.access.AlbumRight;
import pms.sharing.access.Role;
import pms.sharing.audit.Action;
import pms.sharing.audit.Audit;

/** A link is a grant to nobody in particular, so the audit tells which one and not whom. */
@ApplicationScoped
class LinkTrail {

  private final Audit audit;

  LinkTrail(Audit audit) {
    this.audit = audit;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void write(Link link, String actor, Action action) {
    String subject = "link:" + link.id;
    String allowed = action == Action.LINK_REVOKED ? null : link.allowDownload ? "download" : "view";
    if (link.albumId != null) {
      audit.album(new AlbumRight(link.ownerId, link.albumId, Role.OWNER), actor, action, subject, allowed);
    } else {
      audit.image(link.ownerId, link.imageId, actor, action, subject, allowed);
    }
  }
}
