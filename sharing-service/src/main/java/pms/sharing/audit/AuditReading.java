package pms.sharing.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import pms.kit.problem.Problem;
import pms.sharing.access.AlbumRights;
import pms.sharing.access.Right;
import pms.sharing.access.Subjects;
import pms.sharing.image.Images;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;

/**
 * What was written down, for those whom it concerns: an album's owners and, when it is gone, who had it or deleted it, an image's
 * owner, administrators.
 */
@ApplicationScoped
class AuditReading {

  private final AlbumRights rights;
  private final Images images;
  private final AuditPlaces places;

  AuditReading(AlbumRights rights, Images images, AuditPlaces places) {
    this.places = places;
    this.rights = rights;
    this.images = images;
  }

  @Transactional
  Page<AuditView> ofAlbum(Subjects caller, UUID album, Cursor after, Limit limit) {
    boolean gone = rights.of(caller, album).isEmpty() && AuditEntry.isLeftTo(caller.id(), album);
    if (!gone) {
      rights.require(caller, album, Right.MANAGE);
    }
    return page(AuditEntry.ofAlbum(album, after, limit.andOneMore()), limit);
  }

  @Transactional
  Page<AuditView> ofImage(Subjects caller, UUID image, Cursor after, Limit limit) {
    if (!images.isOwner(caller.id(), image)) {
      throw Problem.notFound();
    }
    return page(AuditEntry.ofImage(caller.id(), image, after, limit.andOneMore()), limit);
  }

  /**
   * Oldest first.
   *
   * @param after id of the last entry that is known already; null for none
   */
  @Transactional
  List<AuditView> export(UUID after, int rows) {
    places.give();
    long place = after == null ? 0 : AuditEntry.placeOf(after).orElseThrow(() -> Problem.invalid("after", "is not the id of a line"));
    return AuditEntry.since(place, rows).stream().map(AuditView::of).toList();
  }

  private static Page<AuditView> page(List<AuditEntry> entries, Limit limit) {
    return Page.of(entries, limit.rows(), AuditView::of, AuditEntry::cursor);
  }
}
