package pms.sharing.publicpage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import pms.kit.problem.Problem;
import pms.sharing.link.OpenLink;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;

/** The albums inside the one that a link shows: a right outside is a right inside, for guests as for members. */
@ApplicationScoped
class PublicAlbums {

  private static final String FIELDS = "SELECT id, owner_id, parent_id, title, item_count FROM album ";
  private static final String ONE = FIELDS + "WHERE id = ?1 AND ?2 = ANY (path)";
  private static final String INSIDE = FIELDS + "WHERE parent_id = ?1 AND id > ?2 ORDER BY id";

  private final EntityManager database;

  PublicAlbums(EntityManager database) {
    this.database = database;
  }

  /** @param album null for the link's own; a link to an image has none */
  @Transactional
  PublicAlbum get(OpenLink link, UUID album) {
    if (!link.isAlbum()) {
      throw Problem.notFound();
    }
    List<?> found =
        database.createNativeQuery(ONE, Tuple.class)
            .setParameter(1, album == null ? link.album() : album)
            .setParameter(2, link.album())
            .getResultList();
    return found.stream().map(row -> PublicAlbum.of((Tuple) row)).findFirst().orElseThrow(Problem::notFound);
  }

  /** In the order they were made. */
  @Transactional
  Page<PublicAlbum> inside(PublicAlbum album, Cursor after, Limit limit) {
    List<?> found =
        database.createNativeQuery(INSIDE, Tuple.class)
            .setParameter(1, album.id())
            .setParameter(2, after.id())
            .setMaxResults(limit.andOneMore())
            .getResultList();
    List<PublicAlbum> rows = found.stream().map(row -> PublicAlbum.of((Tuple) row)).toList();
    return Page.of(rows, limit.rows(), row -> row, PublicAlbum::cursor);
  }
}
