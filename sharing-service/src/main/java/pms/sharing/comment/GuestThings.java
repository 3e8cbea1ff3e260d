package pms.sharing.comment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import pms.kit.problem.Problem;
import pms.sharing.link.OpenLink;
import pms.sharing.link.UnlockTries;
import pms.sharing.publicpage.Gate;
import pms.sharing.publicpage.Guest;
import pms.sharing.publicpage.PublicImages;
import pms.sharing.view.Shown;

/** What guests may talk about: what a link shows them, if it lets them. */
@ApplicationScoped
class GuestThings {

  private final Gate gate;
  private final PublicImages images;
  private final UnlockTries tries;

  GuestThings(Gate gate, PublicImages images, UnlockTries tries) {
    this.gate = gate;
    this.images = images;
    this.tries = tries;
  }

  /** @param image null for what the link itself shows */
  Thing find(String token, Guest guest, UUID image) {
    OpenLink link = gate.enter(token, guest);
    if (!link.allowComments()) {
      throw Problem.notFound();
    }
    return of(link, image);
  }

  /** For who is in already. */
  Thing of(OpenLink link, UUID image) {
    if (image == null && link.isAlbum()) {
      return new Thing(link.owner(), link.album(), true, false);
    }
    Shown picture = images.find(link, image == null ? link.image() : image).orElseThrow(Problem::notFound);
    return new Thing(picture.owner(), picture.id(), false, false);
  }

  /** @param what is counted: so many of it in a while from one address */
  void limit(String what, Guest guest) {
    if (!tries.take(what, guest.address())) {
      throw Problem.of(429, "too-many-comments", "Too many comments", "You said a lot in a short time: wait a little.");
    }
  }
}
