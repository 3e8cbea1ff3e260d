package pms.sharing.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import pms.contracts.LifecycleEvent;
import pms.contracts.MetadataChanged;
import pms.contracts.MetadataEvent;
import pms.contracts.ThumbnailEvent;
import pms.contracts.UploadEvent;
import pms.sharing.activity.PictureEdits;
import pms.sharing.news.News;
import pms.sharing.page.Cursor;

/** Folds what others tell of pictures, and finds those that can be shown. */
@ApplicationScoped
public class Pictures {

  private static final String IN_ALBUM =
      "SELECT p.owner_id AS owner, p.id AS id, i.position AS position FROM album_item i"
          + " JOIN picture p ON p.owner_id = i.image_owner AND p.id = i.image_id"
          + " WHERE i.owner_id = ?1 AND i.album_id = ?2 AND NOT i.hidden AND p.life = 'LIVE' AND p.renditions IS NOT NULL";
  private static final String IN_TREE =
      "SELECT p.owner_id AS owner, p.id AS id, i.position AS position FROM album_item i"
          + " JOIN album a ON a.owner_id = i.owner_id AND a.id = i.album_id AND ?1 = ANY (a.path)"
          + " JOIN picture p ON p.owner_id = i.image_owner AND p.id = i.image_id"
          + " WHERE i.image_id = ?2 AND NOT i.hidden AND p.life = 'LIVE' AND p.renditions IS NOT NULL";
  private static final String IN_ORDER = " ORDER BY i.position, i.image_id";
  private static final String LATER = IN_ALBUM + " AND (i.position, i.image_id) > (?3, ?4)" + IN_ORDER;

  private static final String HOLD = "SELECT life FROM picture WHERE owner_id = ?1 AND id = ?2 FOR SHARE";

  private static final Set<String> OWNERS_AFFAIR = Set.of("favourite", "archived");

  private final EntityManager database;
  private final Event<PicturePurged> purged;
  private final Event<PictureChanged> changed;
  private final News news;
  private final PictureEdits edits;

  Pictures(EntityManager database, Event<PicturePurged> purged, Event<PictureChanged> changed, News news, PictureEdits edits) {
    this.database = database;
    this.purged = purged;
    this.changed = changed;
    this.news = news;
    this.edits = edits;
  }

  @Transactional
  void learn(UploadEvent event) {
    Picture.lockOrMake(event.owner(), event.imageId()).learn(event);
    changed.fire(new PictureChanged(event.owner(), event.imageId()));
  }

  @Transactional
  void learn(MetadataEvent event) {
    if (Picture.lockOrMake(event.owner(), event.imageId()).learn(event) && concernsOthers(event)) {
      news.ofImage(event.owner(), event.imageId(), News.PICTURES_CHANGED);
      if (event instanceof MetadataChanged said) {
        edits.described(said);
      }
    }
    changed.fire(new PictureChanged(event.owner(), event.imageId()));
  }

  @Transactional
  void learn(ThumbnailEvent event) {
    if (Picture.lockOrMake(event.owner(), event.imageId()).learn(event)) {
      news.ofImage(event.owner(), event.imageId(), News.PICTURES_CHANGED);
    }
    changed.fire(new PictureChanged(event.owner(), event.imageId()));
  }

  @Transactional
  void follow(LifecycleEvent event) {
    Picture picture = Picture.lockOrMake(event.owner(), event.imageId());
    picture.follow(event);
    changed.fire(new PictureChanged(event.owner(), event.imageId()));
    if (picture.life == Picture.Life.PURGED) {
      purged.fire(new PicturePurged(event.owner(), event.imageId()));
    }
  }

  /** In the trash or purged; one that was not heard of yet is not gone. */
  @Transactional
  public boolean isGone(String owner, UUID image) {
    return Picture.of(owner, image).filter(picture -> picture.life != Picture.Life.LIVE).isPresent();
  }

  /** False when the image is purged; else it stays unpurged here until the running transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean hold(String owner, UUID image) {
    List<?> life = database.createNativeQuery(HOLD, String.class).setParameter(1, owner).setParameter(2, image).getResultList();
    return !life.contains(Picture.Life.PURGED.name());
  }

  @Transactional
  public Optional<Shown> one(String owner, UUID image) {
    return Picture.of(owner, image).filter(Picture::isShown).map(Shown::of);
  }

  /** Empty when it was not heard of yet. */
  @Transactional
  public Optional<Keepable> keepable(String owner, UUID image) {
    return Picture.of(owner, image).map(Keepable::of);
  }

  /** Empty unless the image stands in that album, or in one inside it, and can be shown. */
  @Transactional
  public Optional<Shown> inAlbum(UUID album, UUID image) {
    Query query = database.createNativeQuery(IN_TREE, Tuple.class).setParameter(1, album).setParameter(2, image);
    return found(query.setMaxResults(1)).stream().map(Placed::picture).findFirst();
  }

  /** In the album's own order. */
  @Transactional
  public List<Placed> page(String albumOwner, UUID album, Cursor after, int rows) {
    Query query =
        after.isStart()
            ? album(IN_ALBUM + IN_ORDER, albumOwner, album)
            : album(LATER, albumOwner, album).setParameter(3, after.position()).setParameter(4, after.id());
    return found(query.setMaxResults(rows));
  }

  /** Of those that can be shown; one statement for all. */
  @Transactional
  public Map<UUID, Placeholder> placeholders(Set<String> owners, List<UUID> ids) {
    return Picture.placeholders(owners, ids).stream().collect(Collectors.toMap(Placeholder::id, Function.identity()));
  }

  /** Not what only its owner sees; whoever does not say what changed may have changed anything. */
  private static boolean concernsOthers(MetadataEvent event) {
    return !(event instanceof MetadataChanged said) || said.fields().isEmpty() || !OWNERS_AFFAIR.containsAll(said.fields());
  }

  private Query album(String sql, String owner, UUID album) {
    return database.createNativeQuery(sql, Tuple.class).setParameter(1, owner).setParameter(2, album);
  }

  /** The places in one statement, the pictures in a second. */
  private static List<Placed> found(Query query) {
    List<Place> places = ((List<?>) query.getResultList()).stream().map(row -> Place.of((Tuple) row)).toList();
    List<String> owners = places.stream().map(Place::owner).distinct().toList();
    Map<UUID, Picture> pictures = Picture.of(owners, places.stream().map(Place::id).toList());
    return places.stream()
        .filter(place -> pictures.containsKey(place.id()) && pictures.get(place.id()).isShown())
        .map(place -> new Placed(Shown.of(pictures.get(place.id())), new Cursor(place.position(), place.id())))
        .toList();
  }

  private record Place(String owner, UUID id, long position) {
    static Place of(Tuple row) {
      return new Place(row.get("owner", String.class), row.get("id", UUID.class), row.get("position", Number.class).longValue());
    }
  }
}
