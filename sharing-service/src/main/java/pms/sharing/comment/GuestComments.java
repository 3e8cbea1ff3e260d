package pms.sharing.comment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import pms.kit.problem.Problem;
import pms.sharing.link.OpenLink;
import pms.sharing.link.UnlockTries;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;
import pms.sharing.publicpage.Gate;
import pms.sharing.publicpage.Guest;
import pms.sharing.publicpage.PublicImages;
import pms.sharing.view.Shown;

/** What guests say where the link lets them: they see each other's words and not those of members. */
@ApplicationScoped
class GuestComments {

  private final Gate gate;
  private final PublicImages images;
  private final Comments comments;
  private final UnlockTries tries;

  GuestComments(Gate gate, PublicImages images, Comments comments, UnlockTries tries) {
    this.gate = gate;
    this.images = images;
    this.comments = comments;
    this.tries = tries;
  }

  /** @param image null for what the link itself shows */
  Page<CommentView> list(String token, Guest guest, UUID image, Cursor after, Limit limit) {
    return comments.listOfGuests(thing(token, guest, image), after, limit);
  }

  CommentView say(String token, Guest guest, UUID image, CommentRequest.OfGuest words) {
    Thing thing = thing(token, guest, image);
    if (!tries.take("comment", guest.address())) {
      throw Problem.of(429, "too-many-comments", "Too many comments", "You said a lot in a short time: wait a little.");
    }
    return comments.sayAsGuest(thing, words);
  }

  private Thing thing(String token, Guest guest, UUID image) {
    OpenLink link = gate.enter(token, guest);
    if (!link.allowComments()) {
      throw Problem.notFound();
    }
    if (image == null && link.isAlbum()) {
      return new Thing(link.owner(), link.album(), true, false);
    }
    Shown picture = images.find(link, image == null ? link.image() : image).orElseThrow(Problem::notFound);
    return new Thing(picture.owner(), picture.id(), false, false);
  }
}
