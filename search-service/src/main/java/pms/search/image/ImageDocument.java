package pms.search.image;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import pms.contracts.AlbumEvent;
import pms.contracts.GrantRevoked;
import pms.contracts.ImageAccessChanged;
import pms.contracts.ImageMetadata;
import pms.contracts.ImagePurged;
import pms.contracts.ImageRestored;
import pms.contracts.ImageTrashed;
import pms.contracts.LifecycleEvent;
import pms.contracts.MetadataEvent;
import pms.contracts.PmsEvent;
import pms.contracts.ThumbnailEvent;
import pms.contracts.ThumbnailsFailed;
import pms.contracts.ThumbnailsReady;
import pms.contracts.UploadEvent;
import pms.contracts.VersionEvent;

/**
 * One image in the index. Each topic has a section of its own with the revision it was last told in {@link Revisions}, so
 * that events may come in any order across topics, late or twice, and the document is the same in the end.
 *
 * @param upload null until the upload was heard of; until then nobody finds the image
 * @param facts null until metadata was heard of
 * @param renditions null until it was heard how rendering ended
 * @param edition null while the original is the current version
 * @param access null until it was heard who else may see it
 */
@JsonIgnoreProperties(
    value = {"visible", "state", "found"},
    allowGetters = true)
public record ImageDocument(
    UUID id,
    String owner,
    Lifecycle lifecycle,
    Upload upload,
    ImageMetadata facts,
    Renditions renditions,
    Edition edition,
    Access access,
    Revisions revisions) {

  /** What is known of an image before its first event. */
  public static ImageDocument unheardOf(UUID id, String owner) {
    return new ImageDocument(id, owner, Lifecycle.ACTIVE, null, null, null, null, null, Revisions.NONE);
  }

  /** The document with the event in it; this very document when the event tells nothing new. */
  public ImageDocument fold(PmsEvent event) {
    // What is left of a purged image is a tombstone: no latecomer can bring it back.
    if (lifecycle == Lifecycle.PURGED) {
      return this;
    }
    return switch (event) {
      case UploadEvent told -> uploaded(told);
      case MetadataEvent told -> revisions.isNewer(told) ? described(told) : this;
      case ThumbnailsReady ready -> revisions.isNewer(ready) ? rendered(Renditions.of(ready), ready) : this;
      case ThumbnailsFailed failed -> revisions.isNewer(failed) ? rendered(Renditions.of(failed), failed) : this;
      case ImageTrashed trashed -> revisions.isNewer(trashed) ? moved(Lifecycle.TRASHED, trashed) : this;
      case ImageRestored restored -> revisions.isNewer(restored) ? moved(Lifecycle.ACTIVE, restored) : this;
      case ImagePurged _ -> tombstone();
      case VersionEvent edited -> edited(Edition.of(edited));
      case ImageAccessChanged told -> revisions.isNewer(told) ? shared(told) : this;
      // That a grant ended is told twice: what counts here is the snapshot that comes with it.
      case GrantRevoked _ -> this;
      // Of albums there is an index of its own.
      case AlbumEvent _ -> this;
    };
  }

  /** Whether a search may find the image at all. */
  @JsonProperty("visible")
  public boolean visible() {
    return upload != null && lifecycle == Lifecycle.ACTIVE;
  }

  /** What its owner sees of it: the renditions of an older version do not make it ready. */
  @JsonProperty("state")
  public ImageState state() {
    boolean current = renditions != null && renditions.version() == version();
    if (current && renditions.reason() != null) {
      return ImageState.FAILED;
    }
    return current && facts != null ? ImageState.READY : ImageState.PROCESSING;
  }

  /** What is searched and sorted by but stands in no section as it is; null where nothing can be found. */
  @JsonProperty("found")
  Findable found() {
    return upload == null ? null : Findable.of(this);
  }

  /** The current version: 1 is the original. */
  public int version() {
    int edited = edition == null ? 1 : edition.version();
    return renditions == null ? edited : Math.max(edited, renditions.version());
  }

  /** Pixels as shown: of the current version, else upright as metadata says, else as stored. */
  public Integer width() {
    if (isEdited()) {
      return edition.width();
    }
    return renditions != null && renditions.width() != null
        ? renditions.width()
        : facts != null && facts.width() != null ? facts.width() : upload.width();
  }

  public Integer height() {
    if (isEdited()) {
      return edition.height();
    }
    return renditions != null && renditions.height() != null
        ? renditions.height()
        : facts != null && facts.height() != null ? facts.height() : upload.height();
  }

  /** Of a file that replaced the original nobody knows the size before it was rendered. */
  private boolean isEdited() {
    return edition != null && edition.version() == version() && edition.width() > 0;
  }

  private ImageDocument uploaded(UploadEvent event) {
    return upload != null && upload.revision() >= event.revision()
        ? this
        : new ImageDocument(id, owner, lifecycle, Upload.of(event), facts, renditions, edition, access, revisions);
  }

  private ImageDocument described(MetadataEvent event) {
    ImageMetadata normal = Spelling.normal(event.metadata());
    return new ImageDocument(
        id, owner, lifecycle, upload, normal, renditions, edition, access, revisions.with(event));
  }

  private ImageDocument rendered(Renditions result, ThumbnailEvent event) {
    return new ImageDocument(id, owner, lifecycle, upload, facts, result, edition, access, revisions.with(event));
  }

  /** History only grows, so the highest version is the newest. */
  private ImageDocument edited(Edition made) {
    return edition != null && edition.version() >= made.version()
        ? this
        : new ImageDocument(id, owner, lifecycle, upload, facts, renditions, made, access, revisions);
  }

  private ImageDocument shared(ImageAccessChanged event) {
    return new ImageDocument(
        id, owner, lifecycle, upload, facts, renditions, edition, Access.of(event), revisions.with(event));
  }

  private ImageDocument moved(Lifecycle to, LifecycleEvent event) {
    return new ImageDocument(id, owner, to, upload, facts, renditions, edition, access, revisions.with(event));
  }

  private ImageDocument tombstone() {
    return new ImageDocument(id, owner, Lifecycle.PURGED, null, null, null, null, null, Revisions.NONE);
  }
}
