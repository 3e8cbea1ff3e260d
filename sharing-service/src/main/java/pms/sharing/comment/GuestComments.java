package pms.sharing.comment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import pms.kit.problem.Problem;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;
import pms.sharing.publicpage.Guest;

/** What guests say where the link lets them: they see each other's words and not those of members, and edit and delete their own. */
@ApplicationScoped
class GuestComments {

  private static final String COUNTED = "comment";

  private final GuestThings things;
  private final Comments comments;

  GuestComments(GuestThings things, Comments comments) {
    this.things = things;
    this.comments = comments;
  }

  /** @param image null for what the link itself shows */
  Page<CommentView> list(String token, Guest guest, UUID image, Cursor after, Limit limit) {
    return comments.listOfGuests(things.find(token, guest, image), after, limit);
  }

  CommentView say(String token, Guest guest, UUID image, GuestKey key, CommentRequest.OfGuest words) {
    Thing thing = things.find(token, guest, image);
    things.limit(COUNTED, guest);
    return comments.sayAsGuest(thing, key, words);
  }

  CommentView edit(String token, Guest guest, UUID image, UUID id, Optional<GuestKey> key, String text) {
    Thing thing = things.find(token, guest, image);
    things.limit(COUNTED, guest);
    return comments.editAsGuest(thing, id, required(key), text);
  }

  void delete(String token, Guest guest, UUID image, UUID id, Optional<GuestKey> key) {
    comments.deleteAsGuest(things.find(token, guest, image), id, required(key));
  }

  private static GuestKey required(Optional<GuestKey> key) {
    return key.orElseThrow(Comments::notYours);
  }
}
