package pms.sharing.activity;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What somebody did.
 *
 * @param kind such as {@code items-added}; comments join with their own
 * @param amount of things it was done to
 * @param images the first few of them
 * @param subject whom it was done to; null when nobody
 */
public record Happening(String kind, int amount, List<UUID> images, String subject) {

  /** Guests sent pictures that wait; for those who can do something about it. */
  public static final String GUESTS_WAITING = "guest-pictures-waiting";

  static final int SHOWN = 12;

  public Happening {
    images = List.copyOf(images);
  }

  public static Happening of(String kind) {
    return new Happening(kind, 1, List.of(), null);
  }

  public static Happening withImages(String kind, Collection<UUID> images) {
    return new Happening(kind, images.size(), images.stream().limit(SHOWN).toList(), null);
  }

  public static Happening with(String kind, String subject) {
    return new Happening(kind, 1, List.of(), subject);
  }

  /** By somebody without an account, under a name of their choice; goes with no actor. */
  public static String guest(String name) {
    return name == null ? "guest" : "guest:" + name;
  }

  /** The same, with whom it was done to or for. */
  public Happening by(String whom) {
    return new Happening(kind, amount, images, whom);
  }
}
