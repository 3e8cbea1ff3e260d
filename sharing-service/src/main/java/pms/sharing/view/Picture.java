package pms.sharing.view;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import pms.contracts.ImagePurged;
import pms.contracts.ImageRestored;
import pms.contracts.ImageTrashed;
import pms.contracts.LifecycleEvent;
import pms.contracts.MetadataEvent;
import pms.contracts.OriginalFile;
import pms.contracts.ThumbnailEvent;
import pms.contracts.ThumbnailsFailed;
import pms.contracts.ThumbnailsReady;
import pms.contracts.UploadEvent;

/** What others have told of an image, in whatever order; of each kind the newest counts, and purged is the end. */
@Entity
@IdClass(PictureKey.class)
public class Picture extends PanacheEntityBase {

  enum Life {
    LIVE,
    TRASHED,
    PURGED
  }

  @Id public String ownerId;
  @Id public UUID id;

  @Enumerated(EnumType.STRING)
  public Life life;

  public long lifeRevision;
  public String fileName;
  public String type;
  public Long bytes;
  public String originalKey;

  /** Number of that file; it grows with every replacement. */
  public int original = 1;

  public long fileRevision;
  public String metadata;
  public long metadataRevision;
  public String renditions;
  public int version;

  /** Number of the file that the version is, bare; 0 when it is an edit. */
  public int shownOriginal;

  public long renderingRevision;
  public Integer width;
  public Integer height;
  public String thumbhash;

  /** Makes sure that there is a row; two events may be the first at the same time. */
  static Picture lockOrMake(String owner, UUID id) {
    getEntityManager()
        .createNativeQuery("INSERT INTO picture (owner_id, id) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
        .setParameter(1, owner)
        .setParameter(2, id)
        .executeUpdate();
    Optional<Picture> picture = findByIdOptional(new PictureKey(owner, id), LockModeType.PESSIMISTIC_WRITE);
    return picture.orElseThrow();
  }

  static Optional<Picture> of(String owner, UUID id) {
    return findByIdOptional(new PictureKey(owner, id));
  }

  static Map<UUID, Picture> of(Collection<String> owners, Collection<UUID> ids) {
    return Picture.<Picture>stream("ownerId in ?1 and id in ?2", owners, ids)
        .collect(Collectors.toMap(picture -> picture.id, Function.identity()));
  }

  /** Of those of them that can be shown, without all that their rows hold besides. */
  static List<Placeholder> placeholders(Collection<String> owners, Collection<UUID> ids) {
    String shown = "select id, width, height, thumbhash from Picture where ownerId in ?1 and id in ?2 and renditions is not null";
    return find(shown, owners, ids).project(Placeholder.class).list();
  }

  boolean isShown() {
    return life == Life.LIVE && renditions != null;
  }

  /** As far as it is known here: the newest version whose renditions were told of is not the bare file that counts. */
  boolean isEdited() {
    return version > 1 && shownOriginal != original;
  }

  void learn(UploadEvent event) {
    if (life == Life.PURGED || event.revision() <= fileRevision) {
      return;
    }
    OriginalFile file = event.file();
    fileRevision = event.revision();
    fileName = file.fileName();
    type = file.type();
    bytes = file.bytes();
    originalKey = file.objectKey();
    original = file.number();
  }

  /** Whether it was news. */
  boolean learn(MetadataEvent event) {
    if (life == Life.PURGED || event.revision() <= metadataRevision) {
      return false;
    }
    metadataRevision = event.revision();
    metadata = PictureJson.write(event.metadata());
    return true;
  }

  /** A version that cannot be rendered shows nothing: what came before it may have been cut away for a reason. */
  boolean learn(ThumbnailEvent event) {
    if (life == Life.PURGED || !isNewer(event)) {
      return false;
    }
    version = event.version();
    renderingRevision = event.revision();
    switch (event) {
      case ThumbnailsReady ready -> show(ready);
      case ThumbnailsFailed _ -> hide();
    }
    return true;
  }

  void follow(LifecycleEvent event) {
    if (life == Life.PURGED || event.revision() <= lifeRevision) {
      return;
    }
    lifeRevision = event.revision();
    switch (event) {
      case ImageTrashed _ -> life = Life.TRASHED;
      case ImageRestored _ -> life = Life.LIVE;
      case ImagePurged _ -> purge();
    }
  }

  private boolean isNewer(ThumbnailEvent event) {
    return event.version() > version || event.version() == version && event.revision() > renderingRevision;
  }

  private void show(ThumbnailsReady ready) {
    renditions = PictureJson.write(ready.renditions());
    width = ready.width();
    height = ready.height();
    thumbhash = ready.thumbhash();
    shownOriginal = ready.original();
  }

  private void hide() {
    renditions = null;
    shownOriginal = version == 1 ? 1 : 0;
  }

  private void purge() {
    life = Life.PURGED;
    fileName = null;
    type = null;
    bytes = null;
    originalKey = null;
    metadata = null;
    renditions = null;
    width = null;
    height = null;
    thumbhash = null;
  }
}
