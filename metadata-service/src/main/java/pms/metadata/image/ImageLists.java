package pms.metadata.image;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import java.util.List;

/** Pages of an owner's images, each read in the order of an index. */
final class ImageLists {

  private static final String IN_LIBRARY =
      "ownerId = ?1 and trashedAt is null and purgedAt is null and uploadedAt is not null";
  private static final String IN_TRASH =
      "ownerId = ?1 and trashedAt is not null and purgedAt is null and uploadedAt is not null";

  static List<Image> library(String owner, Cursor before, int limit) {
    String order = " order by takenSort desc, id desc";
    PanacheQuery<Image> page =
        before == null
            ? Image.find(IN_LIBRARY + order, owner)
            : Image.find(IN_LIBRARY + " and (takenSort, id) < (?2, ?3)" + order, owner, before.at(), before.id());
    return page.range(0, limit - 1).list();
  }

  static List<Image> trash(String owner, Cursor before, int limit) {
    String order = " order by trashedAt desc, id desc";
    PanacheQuery<Image> page =
        before == null
            ? Image.find(IN_TRASH + order, owner)
            : Image.find(IN_TRASH + " and (trashedAt, id) < (?2, ?3)" + order, owner, before.at(), before.id());
    return page.range(0, limit - 1).list();
  }

  private ImageLists() {}
}
