package pms.sharing.news;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;

/**
 * Notes what those who watch an album or a picture are to be told, within the transaction that makes it true. What is about a
 * picture is told in every album it is in, and to those it was granted to.
 */
@ApplicationScoped
public class News {

  public static final String PICTURES_CHANGED = "pictures-changed";
  public static final String COMMENTED = "commented";
  public static final String REACTED = "reacted";

  private static final String OF_ALBUM = "INSERT INTO news_due (album_id, kind) VALUES (?1, ?2)";
  private static final String OF_IMAGE =
      "INSERT INTO news_due (album_id, kind, image_id) SELECT album_id, ?3, image_id FROM album_item"
          + " WHERE image_owner = ?1 AND image_id = ?2 AND NOT hidden";
  private static final String OF_GRANTS =
      "INSERT INTO access_due (owner_id, image_id) SELECT owner_id, image_id FROM image_grant"
          + " WHERE owner_id = ?1 AND image_id = ?2 AND subject IS NOT NULL LIMIT 1";

  private final EntityManager database;

  News(EntityManager database) {
    this.database = database;
  }

  @Transactional(TxType.MANDATORY)
  public void ofAlbum(UUID album, String kind) {
    database.createNativeQuery(OF_ALBUM).setParameter(1, album).setParameter(2, kind).executeUpdate();
  }

  @Transactional(TxType.MANDATORY)
  public void ofImage(String owner, UUID image, String kind) {
    database.createNativeQuery(OF_IMAGE).setParameter(1, owner).setParameter(2, image).setParameter(3, kind).executeUpdate();
    database.createNativeQuery(OF_GRANTS).setParameter(1, owner).setParameter(2, image).executeUpdate();
  }
}
