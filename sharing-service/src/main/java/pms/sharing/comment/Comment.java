package pms.sharing.comment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import pms.contracts.Ids;
import pms.sharing.page.Cursor;

/** What somebody said about an album or an image. */
@Entity
@IdClass(CommentKey.class)
public class Comment extends PanacheEntityBase {

  private static final String OF_THING = "ownerId = ?1 and thingId = ?2 ";

  @Id public String ownerId;
  @Id public UUID thingId;
  @Id public UUID id;
  public UUID albumId;
  public String authorId;
  public String guestName;

  /** Hash of a {@link GuestKey}. */
  public byte[] guestKey;

  public String text;
  public Instant createdAt;
  public Instant editedAt;

  static Comment create(Thing thing, String author, String guest, String text, Instant now) {
    Comment comment = new Comment();
    comment.ownerId = thing.owner();
    comment.thingId = thing.id();
    comment.id = Ids.next();
    comment.albumId = thing.albumId();
    comment.authorId = author;
    comment.guestName = guest;
    comment.text = text;
    comment.createdAt = now.truncatedTo(ChronoUnit.MICROS);
    comment.persist();
    return comment;
  }

  static Optional<Comment> lock(Thing thing, UUID id) {
    return findByIdOptional(new CommentKey(thing.owner(), thing.id(), id), LockModeType.PESSIMISTIC_WRITE);
  }

  /** As in a talk: what was said first comes first; ids are made in order of time. */
  static List<Comment> inOrder(Thing thing, Cursor after, int rows) {
    return Comment.<Comment>find(OF_THING + "and id > ?3 order by id", thing.owner(), thing.id(), after.id())
        .page(0, rows)
        .list();
  }

  /** Those of guests only: what members say among themselves is not for the world. */
  static List<Comment> ofGuests(Thing thing, Cursor after, int rows) {
    return Comment.<Comment>find(
            OF_THING + "and id > ?3 and guestName is not null order by id", thing.owner(), thing.id(), after.id())
        .page(0, rows)
        .list();
  }

  /** The same from the newest on. */
  static List<Comment> newestOfGuests(Thing thing, Cursor after, int rows) {
    return Comment.<Comment>find(
            OF_THING + "and id < ?3 and guestName is not null order by id desc", thing.owner(), thing.id(), after.newest())
        .page(0, rows)
        .list();
  }

  static Map<UUID, Comment> of(Collection<Notification> notes) {
    List<String> owners = notes.stream().map(note -> note.ownerId).distinct().toList();
    List<UUID> things = notes.stream().map(note -> note.thingId).distinct().toList();
    List<UUID> ids = notes.stream().map(note -> note.commentId).toList();
    return Comment.<Comment>stream("ownerId in ?1 and thingId in ?2 and id in ?3", owners, things, ids)
        .collect(Collectors.toMap(comment -> comment.id, Function.identity()));
  }

  static void forget(String owner, UUID thing) {
    delete(OF_THING, owner, thing);
  }

  void edit(String words, Instant now) {
    text = words;
    editedAt = now.truncatedTo(ChronoUnit.MICROS);
  }

  boolean isBy(String person) {
    return person.equals(authorId);
  }

  Cursor cursor() {
    return new Cursor(0, id);
  }
}
