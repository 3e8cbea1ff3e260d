package pms.sharing.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import pms.contracts.MetadataChanged;

/**
 * Edits of pictures on their way into the activity of all albums that show them. They are noted first and told about once a
 * second, together: a job over ten thousand pictures is one entry.
 */
@ApplicationScoped
public class PictureEdits {

  static final String PICTURE = "picture-edited";
  static final String DETAILS = "details-edited";
  static final String TAGS = "tags-edited";

  /** What others see of a picture's words, but for its tags. */
  private static final Set<String> SHOWN = Set.of("title", "description", "category", "rating", "takenAt", "location");

  private static final String NOTE =
      "INSERT INTO edit_due (owner_id, album_id, actor, kind, image_id)"
          + " SELECT owner_id, album_id, ?3, ?4, image_id FROM album_item WHERE image_owner = ?1 AND image_id = ?2 AND NOT hidden";
  private static final String TAKE =
      "DELETE FROM edit_due WHERE id IN (SELECT id FROM edit_due ORDER BY id LIMIT 5000 FOR UPDATE SKIP LOCKED)"
          + " RETURNING id, album_id, actor, kind, image_id";

  private final EntityManager database;
  private final PictureActivities pictures;
  private final Clock clock;

  PictureEdits(EntityManager database, PictureActivities pictures, Clock clock) {
    this.pictures = pictures;
    this.database = database;
    this.clock = clock;
  }

  /** One edit, as an album that shows the picture is told of it. */
  public record Noted(long id, UUID album, String actor, String kind, UUID image) {
    static Noted of(Tuple row) {
      return new Noted(
          row.get("id", Number.class).longValue(), row.get("album_id", UUID.class), row.get("actor", String.class),
          row.get("kind", String.class), row.get("image_id", UUID.class));
    }
  }

  /** What is said of a picture changed. Old news is none. */
  @Transactional
  public void described(MetadataChanged event) {
    if (event.author() != null && isNews(event.at())) {
      kinds(event.fields()).forEach(kind -> note(event.owner(), event.imageId(), event.author(), kind));
    }
  }

  @Transactional
  void edited(String owner, UUID image, String author, Instant at) {
    if (author != null && isNews(at)) {
      note(owner, image, author, PICTURE);
    }
  }

  /** What is to be told, each to be told once, oldest first. */
  @Transactional(TxType.MANDATORY)
  public List<Noted> take() {
    List<?> rows = database.createNativeQuery(TAKE, Tuple.class).getResultList();
    return rows.stream().map(row -> Noted.of((Tuple) row)).sorted(Comparator.comparingLong(Noted::id)).toList();
  }

  private void note(String owner, UUID image, String author, String kind) {
    database.createNativeQuery(NOTE)
        .setParameter(1, owner).setParameter(2, image).setParameter(3, author).setParameter(4, kind)
        .executeUpdate();
    if (!author.equals(owner)) {
      pictures.toOwner(owner, image, author, kind);
    }
  }

  private boolean isNews(Instant at) {
    return at.isAfter(clock.instant().minus(Activities.TOGETHER));
  }

  static List<String> kinds(List<String> fields) {
    List<String> kinds = new ArrayList<>();
    if (fields.stream().anyMatch(SHOWN::contains)) {
      kinds.add(DETAILS);
    }
    if (fields.contains("tags")) {
      kinds.add(TAGS);
    }
    return kinds;
  }
}
