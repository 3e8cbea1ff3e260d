package pms.sharing.album;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import pms.sharing.access.AlbumRight;
import pms.sharing.access.Right;
import pms.sharing.access.Subjects;
import pms.sharing.activity.Activities;
import pms.sharing.activity.Happening;
import pms.sharing.page.Cursor;

/**
 * An album's manual order. Positions have gaps, so that a move writes only what is moved; where a gap is used up, the album is
 * spread out anew. Two who move, add and remove at once do so one after the other, each relative to a picture and not to a
 * number, so nothing is lost.
 */
@ApplicationScoped
class ItemOrder {

  private final AlbumGate gate;
  private final Announcements announcements;
  private final Activities activities;

  ItemOrder(AlbumGate gate, Announcements announcements, Activities activities) {
    this.gate = gate;
    this.announcements = announcements;
    this.activities = activities;
  }

  @Transactional
  void move(Subjects caller, UUID id, OrderRequest request, SequencedSet<UUID> moved) {
    AlbumRight held = gate.enter(caller, id, Right.EDIT);
    Album album = gate.locked(held);
    album.requireHandPicked();
    requireAll(album.key(), request, moved);
    Gap gap = gap(album.key(), request, moved);
    if (!gap.holds(moved.size())) {
      AlbumItem.spread(album.key());
      gap = gap(album.key(), request, moved);
    }
    place(AlbumItem.of(album.key(), moved), moved, gap);
    album.chooseCover();
    announcements.changed(album);
    activities.happened(held, caller.id(), Happening.withImages("reordered", moved));
  }

  private static void requireAll(AlbumKey key, OrderRequest request, Set<UUID> moved) {
    Set<UUID> absent = new LinkedHashSet<>(moved);
    absent.removeAll(AlbumItem.shown(key, moved));
    if (!absent.isEmpty()) {
      throw request.images().notThere(absent, ImageIds.NOT_IN_ALBUM);
    }
  }

  /** Between the anchor and its neighbour that is not moved itself. */
  private static Gap gap(AlbumKey key, OrderRequest request, Set<UUID> moved) {
    Cursor anchor =
        AlbumItem.place(key, request.anchor())
            .orElseThrow(() -> ImageIds.notThere(request.anchorField(), ImageIds.NOT_IN_ALBUM));
    return request.isBefore()
        ? AlbumItem.previous(key, anchor, moved)
            .map(item -> new Gap(item.position(), anchor.position()))
            .orElseGet(() -> Gap.before(anchor.position(), moved.size()))
        : AlbumItem.next(key, anchor, moved)
            .map(item -> new Gap(anchor.position(), item.position()))
            .orElseGet(() -> Gap.after(anchor.position(), moved.size()));
  }

  private static void place(List<AlbumItem> items, SequencedSet<UUID> moved, Gap gap) {
    Map<UUID, AlbumItem> byImage = items.stream().collect(Collectors.toMap(item -> item.imageId, Function.identity()));
    int number = 0;
    for (UUID image : moved) {
      byImage.get(image).position = gap.position(number++, moved.size());
    }
  }
}
