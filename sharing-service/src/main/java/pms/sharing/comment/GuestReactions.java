package pms.sharing.comment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import pms.sharing.publicpage.Guest;

/** Signs that guests give where the link lets them comment: they see each other's and not those of members. */
@ApplicationScoped
class GuestReactions {

  private final GuestThings things;
  private final Reactions reactions;

  GuestReactions(GuestThings things, Reactions reactions) {
    this.things = things;
    this.reactions = reactions;
  }

  /** @param image null for what the link itself shows */
  ReactionsView list(String token, Guest guest, UUID image, Optional<GuestKey> key) {
    return reactions.listOfGuests(things.find(token, guest, image), key.map(GuestKey::author).orElse(GuestKey.PREFIX));
  }

  void give(String token, Guest guest, UUID image, GuestKey key, String emoji) {
    Thing thing = things.find(token, guest, image);
    things.limit("reaction", guest);
    reactions.give(key.author(), thing, emoji);
  }

  /** Whoever has no key has given nothing. */
  void takeBack(String token, Guest guest, UUID image, Optional<GuestKey> key, String emoji) {
    Thing thing = things.find(token, guest, image);
    if (key.isPresent()) {
      reactions.takeBack(key.get().author(), thing, emoji);
    }
  }
}
