package pms.sharing.guest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import pms.kit.problem.Problem;
import pms.sharing.access.AlbumRight;
import pms.sharing.access.AlbumRights;
import pms.sharing.access.Right;
import pms.sharing.access.Subjects;
import pms.sharing.guest.GuestDecision.Verdict;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;

/** Pictures of guests, for those who manage the album; nobody else learns of any. */
@ApplicationScoped
class Moderation {

  private final AlbumRights rights;
  private final Queue queue;
  private final Decisions decisions;
  private final Settlements settlements;

  Moderation(AlbumRights rights, Queue queue, Decisions decisions, Settlements settlements) {
    this.rights = rights;
    this.queue = queue;
    this.decisions = decisions;
    this.settlements = settlements;
  }

  /** The oldest first. What was decided a moment ago is not shown any more, so a page may be shorter than asked for. */
  Page<GuestPictureView> waiting(Subjects caller, UUID id, Cursor after, Limit limit) {
    AlbumRight album = managed(caller, id);
    List<WaitingPicture> rows = queue.waiting(id, after.id(), limit.andOneMore());
    Page<WaitingPicture> page = Page.of(rows, limit.rows(), picture -> picture, picture -> Cursor.of(picture.id()));
    Set<UUID> decided = decisions.decided(album, page.items().stream().map(WaitingPicture::id).toList());
    return new Page<>(
        page.items().stream().filter(picture -> !decided.contains(picture.id())).map(GuestPictureView::of).toList(), page.next());
  }

  WaitingPicture look(Subjects caller, UUID id, UUID picture) {
    AlbumRight album = managed(caller, id);
    if (decisions.of(album, picture).isPresent()) {
      throw Problem.notFound();
    }
    return queue.waiting(id, picture);
  }

  /** Once, however often it is asked for. */
  AcceptedView accept(Subjects caller, UUID id, UUID picture) {
    AlbumRight album = managed(caller, id);
    GuestDecision decision =
        decisions.of(album, picture).orElseGet(() -> decideToAccept(album, queue.waiting(id, picture), caller.id()));
    if (decision.verdict == Verdict.REJECT) {
      throw Problem.notFound();
    }
    return AcceptedView.of(decision.settled ? decision.imageId : settlements.accept(decision).orElse(null));
  }

  void reject(Subjects caller, UUID id, UUID picture) {
    AlbumRight album = managed(caller, id);
    Optional<GuestDecision> known = decisions.of(album, picture);
    GuestDecision decision =
        known.orElseGet(() -> decisions.decide(album, queue.waiting(id, picture).id(), Verdict.REJECT, null, caller.id()));
    if (decision.verdict == Verdict.ACCEPT) {
      throw Problem.conflict("already-accepted", "This picture was accepted already.");
    }
    if (!decision.settled) {
      settlements.reject(decision);
    }
  }

  private GuestDecision decideToAccept(AlbumRight album, WaitingPicture picture, String by) {
    if (!decisions.hasSay(album, picture.owner())) {
      throw Problem.conflict("maker-left", "Who made the link has no say in this album any more: it can only be rejected.");
    }
    return decisions.decide(album, picture.id(), Verdict.ACCEPT, picture.guest(), by);
  }

  private AlbumRight managed(Subjects caller, UUID album) {
    return rights.require(caller, album, Right.MANAGE);
  }
}
