package pms.sharing.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import pms.kit.problem.Problem;
import pms.sharing.access.AlbumRight;
import pms.sharing.access.Role;
import pms.sharing.access.Subjects;
import pms.sharing.activity.Activities;
import pms.sharing.activity.Happening;
import pms.sharing.activity.PictureActivities;
import pms.sharing.news.News;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;
import pms.sharing.person.People;
import pms.sharing.view.PicturePurged;

/** Who may see a thing may talk about it; one edits one's own words, and whoever moderates may delete any. */
@ApplicationScoped
class Comments {

  private static final Logger LOG = Logger.getLogger(Comments.class);
  private static final String COMMENTED = "commented";

  private final Things things;
  private final Mentions mentions;
  private final Activities activities;
  private final PictureActivities pictures;
  private final People people;
  private final Clock clock;

  Comments(
      Things things, Mentions mentions, Activities activities, PictureActivities pictures, People people, Clock clock) {
    this.pictures = pictures;
    this.activities = activities;
    this.things = things;
    this.mentions = mentions;
    this.people = people;
    this.clock = clock;
  }

  @Transactional
  Page<CommentView> list(Thing thing, Cursor after, Limit limit) {
    return page(Comment.inOrder(thing, after, limit.andOneMore()), limit);
  }

  @Transactional
  Page<CommentView> listOfGuests(Thing thing, Cursor after, Limit limit) {
    return page(Comment.ofGuests(thing, after, limit.andOneMore()), limit);
  }

  @Transactional
  CommentView say(Subjects caller, Thing thing, String text) {
    things.hold(thing);
    Comment comment = Comment.create(thing, caller.id(), null, text, clock.instant());
    comment.flush();
    mentions.note(comment);
    if (thing.album()) {
      activities.happened(new AlbumRight(thing.owner(), thing.id(), Role.VIEWER), caller.id(), Happening.of(COMMENTED));
    } else {
      pictures.happened(thing.owner(), thing.id(), caller.id(), COMMENTED, null);
    }
    things.tell(thing, News.COMMENTED);
    things.tellOwner(thing, caller.id());
    LOG.infof("comment %s on %s by %s", comment.id, thing.id(), caller.id());
    return view(comment);
  }

  @Transactional
  CommentView sayAsGuest(Thing thing, GuestKey key, CommentRequest.OfGuest words) {
    things.hold(thing);
    Comment comment = Comment.create(thing, null, words.name(), words.text(), clock.instant());
    comment.guestKey = key.hash();
    String guest = Happening.guest(words.name());
    if (thing.album()) {
      activities.happened(new AlbumRight(thing.owner(), thing.id(), Role.VIEWER), null, Happening.with(COMMENTED, guest));
    } else {
      pictures.happened(thing.owner(), thing.id(), null, COMMENTED, guest);
    }
    things.tell(thing, News.COMMENTED);
    things.tellOwner(thing, null);
    LOG.infof("comment %s on %s by a guest", comment.id, thing.id());
    return view(comment);
  }

  @Transactional
  CommentView edit(Subjects caller, Thing thing, UUID id, String text) {
    Comment comment = Comment.lock(thing, id).orElseThrow(Problem::notFound);
    if (!comment.isBy(caller.id())) {
      throw notYours();
    }
    comment.edit(text, clock.instant());
    mentions.note(comment);
    things.tell(thing, News.COMMENTED);
    return view(comment);
  }

  @Transactional
  CommentView editAsGuest(Thing thing, UUID id, GuestKey key, String text) {
    Comment comment = ofGuest(thing, id, key);
    comment.edit(text, clock.instant());
    things.tell(thing, News.COMMENTED);
    return view(comment);
  }

  @Transactional
  void deleteAsGuest(Thing thing, UUID id, GuestKey key) {
    ofGuest(thing, id, key).delete();
    things.tell(thing, News.COMMENTED);
    LOG.infof("comment %s on %s deleted by the guest who made it", id, thing.id());
  }

  @Transactional
  void delete(Subjects caller, Thing thing, UUID id) {
    Comment comment = Comment.lock(thing, id).orElseThrow(Problem::notFound);
    if (!comment.isBy(caller.id()) && !thing.moderated()) {
      throw notYours();
    }
    comment.delete();
    things.tell(thing, News.COMMENTED);
    LOG.infof("comment %s on %s deleted by %s", id, thing.id(), caller.id());
  }

  /** D5: what was said about a purged picture goes with it. */
  void forget(@Observes PicturePurged purged) {
    Comment.forget(purged.owner(), purged.image());
  }

  /** What members say is not there for guests. */
  private static Comment ofGuest(Thing thing, UUID id, GuestKey key) {
    Comment comment = Comment.lock(thing, id).filter(found -> found.guestName != null).orElseThrow(Problem::notFound);
    if (!key.made(comment.guestKey)) {
      throw notYours();
    }
    return comment;
  }

  /** Names are looked up once for the whole page. */
  private Page<CommentView> page(List<Comment> comments, Limit limit) {
    List<String> authors = comments.stream().map(comment -> comment.authorId).filter(Objects::nonNull).distinct().toList();
    Map<String, String> names = people.displayNames(authors);
    return Page.of(comments, limit.rows(), comment -> CommentView.of(comment, names), Comment::cursor);
  }

  private CommentView view(Comment comment) {
    return CommentView.of(comment, comment.authorId == null ? Map.of() : people.displayNames(List.of(comment.authorId)));
  }

  static Problem notYours() {
    return Problem.of(403, "not-yours", "Forbidden", "Somebody else said that.");
  }
}
