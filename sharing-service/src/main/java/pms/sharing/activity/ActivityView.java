package pms.sharing.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What somebody did in an album.
 *
 * @param actor id of who did it
 * @param actorName what they are called; null when not known
 * @param kind items-added, items-removed, reordered, edited, member-added, member-changed, member-removed, member-left, owner-changed,
 *     guest-pictures-waiting (told to managers only), guest-picture-accepted
 * @param amount of things it was done to
 * @param images the first few of them
 * @param subject whom it was done to
 */
record ActivityView(
    UUID id, Instant at, String actor, String actorName, String kind, int amount, List<UUID> images, String subject) {

  static ActivityView of(Activity activity, Map<String, String> names) {
    return new ActivityView(
        activity.id,
        activity.at,
        activity.actor,
        names.get(activity.actor),
        activity.kind,
        activity.amount,
        List.of(activity.images),
        activity.subject);
  }
}
