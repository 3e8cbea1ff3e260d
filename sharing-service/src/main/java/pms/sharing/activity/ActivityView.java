package pms.sharing.activity;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What somebody did in an album.
 *
 * @param album where; null for what others did to a picture of the caller's that they see in no album
 * @param albumTitle what it is called; null in the list of one album
 * @param actor id of who did it; null for guests, and for who leaves that was invited by mail
 * @param actorName what they are called; null when not known
 * @param kind items-added, items-removed, reordered, edited, member-added, member-changed, member-removed, member-left, owner-changed,
 *     commented (with an image when on that), picture-edited (its pixels), details-edited and tags-edited (what is said of it), guest-pictures-waiting (told to managers only), guest-picture-accepted
 * @param amount of things it was done to
 * @param images the first few of them
 * @param subject whom it was done to; for a guest {@code guest:} and the name they chose, proven by nothing
 */
record ActivityView(
    UUID id,
    UUID album,
    String albumTitle,
    Instant at,
    String actor,
    String actorName,
    String kind,
    int amount,
    List<UUID> images,
    String subject) {

  static ActivityView of(Activity activity, Map<String, String> names) {
    return new ActivityView(
        activity.id,
        activity.albumId,
        null,
        activity.at,
        activity.actor,
        activity.actor == null ? null : names.get(activity.actor),
        activity.kind,
        activity.amount,
        List.of(activity.images),
        activity.subject);
  }

  static ActivityView of(Tuple row, Map<String, String> names) {
    String actor = row.get("actor", String.class);
    return new ActivityView(
        row.get("id", UUID.class),
        row.get("album_id", UUID.class),
        row.get("title", String.class),
        row.get("at", Instant.class),
        actor,
        actor == null ? null : names.get(actor),
        row.get("kind", String.class),
        row.get("amount", Number.class).intValue(),
        List.of(row.get("images", UUID[].class)),
        row.get("subject", String.class));
  }
}
