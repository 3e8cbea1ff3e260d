package pms.sharing.album;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import pms.sharing.access.AlbumRight;
import pms.sharing.access.AlbumRights;
import pms.sharing.access.Right;
import pms.sharing.access.Subjects;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;
import pms.sharing.view.Pictures;
import pms.sharing.view.Placeholder;

/** What an album shows, page by page in its own order; the pictures of a page are asked for at once. */
@ApplicationScoped
class ItemPages {

  private final AlbumRights rights;
  private final Pictures pictures;

  ItemPages(AlbumRights rights, Pictures pictures) {
    this.rights = rights;
    this.pictures = pictures;
  }

  @Transactional
  Page<AlbumItemView> list(Subjects caller, UUID album, Cursor after, Limit limit) {
    AlbumRight held = rights.require(caller, album, Right.VIEW);
    List<AlbumItem> items = AlbumItem.inOrder(new AlbumKey(held.ownerId(), album), after, limit.andOneMore());
    Map<UUID, Placeholder> placeholders = placeholders(items);
    return Page.of(
        items,
        limit.rows(),
        item -> AlbumItemView.of(item, placeholders.getOrDefault(item.imageId, Placeholder.none(item.imageId))),
        AlbumItem::cursor);
  }

  private Map<UUID, Placeholder> placeholders(List<AlbumItem> items) {
    Set<String> owners = items.stream().map(item -> item.imageOwner).collect(Collectors.toSet());
    return pictures.placeholders(owners, items.stream().map(item -> item.imageId).toList());
  }
}
