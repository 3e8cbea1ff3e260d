package pms.sharing.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import pms.kit.problem.Problem;
import pms.sharing.access.Accesses;
import pms.sharing.access.AlbumRight;
import pms.sharing.access.AlbumRights;
import pms.sharing.access.Right;
import pms.sharing.access.Subjects;
import pms.sharing.mail.MailKind;
import pms.sharing.mail.Mails;
import pms.sharing.news.News;
import pms.sharing.view.Pictures;

/** What a caller may talk about: whatever they may see. All else is not there. */
@ApplicationScoped
class Things {

  private static final String OWNER = "SELECT owner_id FROM image WHERE id = ?1";
  private static final String HOLDER = "SELECT holder_id FROM album WHERE owner_id = ?1 AND id = ?2";
  private static final String STAYS = "SELECT 1 FROM album WHERE owner_id = ?1 AND id = ?2 FOR KEY SHARE";

  private final EntityManager database;
  private final AlbumRights albums;
  private final Accesses accesses;
  private final Pictures pictures;
  private final News news;
  private final Mails mails;

  Things(EntityManager database, AlbumRights albums, Accesses accesses, Pictures pictures, News news, Mails mails) {
    this.mails = mails;
    this.news = news;
    this.pictures = pictures;
    this.database = database;
    this.albums = albums;
    this.accesses = accesses;
  }

  Thing album(Subjects caller, UUID album) {
    AlbumRight held = albums.require(caller, album, Right.VIEW);
    return new Thing(held.ownerId(), album, true, held.allows(Right.MANAGE));
  }

  @Transactional
  Thing image(Subjects caller, UUID image) {
    if (!accesses.decide(caller, image, Right.VIEW)) {
      throw Problem.notFound();
    }
    List<?> owner = database.createNativeQuery(OWNER, String.class).setParameter(1, image).getResultList();
    String id = owner.stream().map(String.class::cast).findFirst().orElseThrow(Problem::notFound);
    return new Thing(id, image, false, id.equals(caller.id()));
  }

  /** The thing cannot go before the running transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  void hold(Thing thing) {
    Query album = database.createNativeQuery(STAYS).setParameter(1, thing.owner()).setParameter(2, thing.id());
    if (thing.album() ? album.getResultList().isEmpty() : !pictures.hold(thing.owner(), thing.id())) {
      throw Problem.notFound();
    }
  }

  /** Those who watch it are told, and fetch what they may see. */
  @Transactional(Transactional.TxType.MANDATORY)
  void tell(Thing thing, String kind) {
    if (thing.album()) {
      news.ofAlbum(thing.id(), kind);
    } else {
      news.ofImage(thing.owner(), thing.id(), kind);
    }
  }

  /** Whose it is now is told by mail that something was said about it. @param author null for a guest */
  @Transactional(Transactional.TxType.MANDATORY)
  void tellOwner(Thing thing, String author) {
    if (thing.album()) {
      List<String> holder =
          database.createNativeQuery(HOLDER, String.class)
              .setParameter(1, thing.owner()).setParameter(2, thing.id()).getResultList();
      mails.ofAlbum(MailKind.COMMENTS, holder.stream().map(Subjects::user).toList(), author, thing.id(), 1);
    } else {
      mails.ofImage(MailKind.COMMENTS, List.of(Subjects.user(thing.owner())), author, thing.id());
    }
  }
}
