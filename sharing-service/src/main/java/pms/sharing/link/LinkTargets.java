package pms.sharing.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.kit.problem.Problem;
import pms.sharing.access.Accesses;
import pms.sharing.access.AlbumRights;
import pms.sharing.access.Right;
import pms.sharing.access.Subjects;
import pms.sharing.image.Images;
import pms.sharing.image.NewImages;
import pms.sharing.person.Visitor;
import pms.sharing.view.Pictures;

/** Who may hand out an album or an image: who manages the album, who owns the image. */
@ApplicationScoped
class LinkTargets {

  /**
   * A link ends with its maker's say in the album. Whether somebody is still in a group only their own token tells, so as long
   * as a group owns the album the links of its owners stay, for the others to revoke.
   */
  private static final String TITLE =
      """
      SELECT a.title FROM album a
       WHERE a.owner_id = ?1 AND a.id = ?2
         AND EXISTS (SELECT 1 FROM member m WHERE m.album_id = ANY (a.path) AND m.role = 4
                        AND (m.subject = ?3 OR m.subject LIKE 'group:%'))
      """;

  private static final String STAYS = "SELECT 1 FROM album WHERE owner_id = ?1 AND id = ?2 FOR KEY SHARE";

  private final EntityManager database;
  private final AlbumRights albums;
  private final Accesses accesses;
  private final Images images;
  private final NewImages newImages;
  private final Pictures pictures;

  LinkTargets(
      EntityManager database,
      AlbumRights albums,
      Accesses accesses,
      Images images,
      NewImages newImages,
      Pictures pictures) {
    this.pictures = pictures;
    this.database = database;
    this.albums = albums;
    this.accesses = accesses;
    this.images = images;
    this.newImages = newImages;
  }

  /** Exactly one of the two is named; not to be called inside a transaction. */
  LinkTarget managed(Visitor caller, UUID album, UUID image) {
    if ((album == null) == (image == null)) {
      throw Problem.invalid("album", "name either an album or an image");
    }
    if (album != null) {
      return new LinkTarget(albums.require(caller.subjects(), album, Right.MANAGE).ownerId(), album, null);
    }
    if (!isOwner(caller, image)) {
      throw Problem.notFound();
    }
    return new LinkTarget(caller.id(), null, image);
  }

  /** Whether the caller may deal with a link that there is. */
  boolean isManaged(Subjects caller, Link link) {
    return link.albumId == null
        ? link.ownerId.equals(caller.id())
        : albums.of(caller, link.albumId).filter(right -> right.allows(Right.MANAGE)).isPresent();
  }

  /** Empty when there is no such album, or the link's maker has no say in it any more. */
  @Transactional
  Optional<String> title(Link link) {
    List<?> titles =
        database.createNativeQuery(TITLE, String.class)
            .setParameter(1, link.ownerId).setParameter(2, link.albumId).setParameter(3, Subjects.user(link.createdBy))
            .getResultList();
    return titles.stream().map(String.class::cast).findFirst();
  }

  /** What it shows cannot go before the running transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  void hold(LinkTarget target) {
    Query album = database.createNativeQuery(STAYS).setParameter(1, target.owner()).setParameter(2, target.album());
    if (target.album() != null ? album.getResultList().isEmpty() : !pictures.hold(target.owner(), target.image())) {
      throw Problem.notFound();
    }
  }

  private boolean isOwner(Visitor caller, UUID image) {
    if (images.known(caller.id(), List.of(image)).isEmpty()) {
      return newImages.learn(caller.id(), caller.authorization(), image);
    }
    return accesses.decide(caller.subjects(), image, Right.VIEW);
  }
}
