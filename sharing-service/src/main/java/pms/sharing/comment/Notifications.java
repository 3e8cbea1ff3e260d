package pms.sharing.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import pms.sharing.access.Accesses;
import pms.sharing.access.AlbumRights;
import pms.sharing.access.Right;
import pms.sharing.access.Subjects;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;
import pms.sharing.person.People;

/** Where the caller was named, newest first, as far as they may see it now; so a page may be shorter than asked for. */
@ApplicationScoped
class Notifications {

  private final Accesses accesses;
  private final AlbumRights albums;
  private final People people;

  Notifications(Accesses accesses, AlbumRights albums, People people) {
    this.accesses = accesses;
    this.albums = albums;
    this.people = people;
  }

  @Transactional
  Page<NotificationView> list(Subjects caller, Cursor after, Limit limit) {
    List<Notification> notes = Notification.newest(caller.id(), after, limit.andOneMore());
    Page<Notification> page = Page.of(notes, limit.rows(), Function.identity(), Notification::cursor);
    Map<UUID, Comment> comments = Comment.of(page.items());
    Set<UUID> visible = visible(caller, comments.values());
    List<String> authors =
        comments.values().stream().map(comment -> comment.authorId).filter(Objects::nonNull).distinct().toList();
    Map<String, String> names = people.displayNames(authors);
    List<NotificationView> shown =
        page.items().stream()
            .flatMap(note -> Optional.ofNullable(comments.get(note.commentId))
                .filter(comment -> visible.contains(comment.thingId))
                .map(comment -> NotificationView.of(note, comment, CommentView.of(comment, names)))
                .stream())
            .toList();
    return new Page<>(shown, page.next());
  }

  private Set<UUID> visible(Subjects caller, Collection<Comment> comments) {
    Map<Boolean, Set<UUID>> things =
        comments.stream()
            .collect(Collectors.partitioningBy(
                comment -> comment.albumId != null, Collectors.mapping(comment -> comment.thingId, Collectors.toSet())));
    Set<UUID> images = things.get(false);
    Set<UUID> visible = new HashSet<>(images.isEmpty() ? Set.of() : accesses.allowed(caller, images, Right.VIEW));
    visible.addAll(albums.seen(caller, things.get(true)));
    return visible;
  }
}
