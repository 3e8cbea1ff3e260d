package pms.sharing.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import pms.sharing.page.Cursor;

/** What is to be put into archives. */
@ApplicationScoped
class ArchivedAlbums {

  private static final String TREE =
      """
      SELECT owner_id, id, parent_id, title FROM album
       WHERE id = ?1 OR parent_id IS NOT NULL AND path @> ARRAY[?1]
       ORDER BY cardinality(path), id
      """;

  private static final String ITEMS =
      """
      SELECT i.image_id, i.image_owner, i.position, p.file_name
        FROM album_item i LEFT JOIN picture p ON p.owner_id = i.image_owner AND p.id = i.image_id
       WHERE i.owner_id = ?1 AND i.album_id = ?2 AND NOT i.hidden AND (i.position, i.image_id) > (?3, ?4)
       ORDER BY i.position, i.image_id
      """;

  private final EntityManager database;

  ArchivedAlbums(EntityManager database) {
    this.database = database;
  }

  /** An album and all inside it, from the outside in. */
  @Transactional
  List<ArchivedAlbum> tree(UUID album) {
    List<?> rows = database.createNativeQuery(TREE, Tuple.class).setParameter(1, album).getResultList();
    return rows.stream().map(row -> ArchivedAlbum.of((Tuple) row)).toList();
  }

  @Transactional
  List<Source.Item> items(ArchivedAlbum album, Cursor after, int rows) {
    List<?> found =
        database.createNativeQuery(ITEMS, Tuple.class)
            .setParameter(1, album.owner()).setParameter(2, album.id())
            .setParameter(3, after.position()).setParameter(4, after.id())
            .setMaxResults(rows)
            .getResultList();
    return found.stream().map(row -> item((Tuple) row)).toList();
  }

  private static Source.Item item(Tuple row) {
    UUID image = row.get("image_id", UUID.class);
    return new Source.Item(
        image,
        row.get("image_owner", String.class),
        row.get("file_name", String.class),
        new Cursor(row.get("position", Number.class).longValue(), image));
  }
}
