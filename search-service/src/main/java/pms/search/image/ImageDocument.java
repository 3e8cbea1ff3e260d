package pms.search.image;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import pms.contracts.AccessEvent;
import pms.contracts.AlbumEvent;
import pms.contracts.ImageMetadata;
import pms.contracts.ImagePurged;
import pms.contracts.ImageRestored;
import pms.contracts.ImageTrashed;
import pms.contracts.ImageUploaded;
import pms.contracts.LifecycleEvent;
import pms.contracts.MetadataEvent;
import pms.contracts.PmsEvent;
import pms.contracts.ThumbnailEvent;
import pms.contracts.ThumbnailsFailed;
import pms.contracts.ThumbnailsReady;
import pms.contracts.VersionEvent;

/**
 * One image in the index. Each topic has a section of its own with the revision it was last told in {@link Revisions}, so
 * that events may come in any order across topics, late or twice, and the document is the same in the end.
 *
 * @param upload null until the upload was heard of; until then nobody finds the image
 * @param facts null until metadata was heard of
 * @param renditions null until it was heard how rendering ended
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
    Revisions revisions) {

  /** What is known of an image before its first event. */
  public static ImageDocument unheardOf(UUID id, String owner) {
    return new ImageDocument(id, owner, Lifecycle.ACTIVE, null, null, null, Revisions.NONE);
  }

  /** The document with the event in it; this very document when the event tells nothing new. */
  public ImageDocument fold(PmsEvent event) {
    // What is left of a purged image is a tombstone: no latecomer can bring it back.
    if (lifecycle == Lifecycle.PURGED) {
      return this;
    }
    return switch (event) {
      case ImageUploaded uploaded -> uploaded(uploaded);
      case MetadataEvent told -> revisions.isNewer(told) ? described(told) : this;
      case ThumbnailsReady ready -> revisions.isNewer(ready) ? rendered(Renditions.of(ready), ready) : this;
      case ThumbnailsFailed failed -> revisions.isNewer(failed) ? rendered(Renditions.of(failed), failed) : this;
      case ImageTrashed trashed -> revisions.isNewer(trashed) ? moved(Lifecycle.TRASHED, trashed) : this;
      case ImageRestored restored -> revisions.isNewer(restored) ? moved(Lifecycle.ACTIVE, restored) : this;
      case ImagePurged _ -> tombstone();
      case VersionEvent _, AlbumEvent _, AccessEvent _ -> this;
    };
  }

  /** Whether a search may find the image at all. */
  @JsonProperty("visible")
  public boolean visible() {
    return upload != null && lifecycle == Lifecycle.ACTIVE;
  }

  @JsonProperty("state")
  public ImageState state() {
    if (renditions != null && renditions.reason() != null) {
      return ImageState.FAILED;
    }
    return renditions != null && facts != null ? ImageState.READY : ImageState.PROCESSING;
  }

  /** What is searched and sorted by but stands in no section as it is; null where nothing can be found. */
  @JsonProperty("found")
  Findable found() {
    return upload == null ? null : Findable.of(upload, facts);
  }

  /** Pixels as shown: of the newest version, else upright as metadata says, else as stored. */
  public Integer width() {
    return renditions != null && renditions.width() != null
        ? renditions.width()
        : facts != null && facts.width() != null ? facts.width() : upload.width();
  }

  public Integer height() {
    return renditions != null && renditions.height() != null
        ? renditions.height()
        : facts != null && facts.height() != null ? facts.height() : upload.height();
  }

  private ImageDocument uploaded(ImageUploaded event) {
    return upload != null
        ? this
        : new ImageDocument(id, owner, lifecycle, Upload.of(event), facts, renditions, revisions);
  }

  private ImageDocument described(MetadataEvent event) {
    ImageMetadata normal = Spelling.normal(event.metadata());
    return new ImageDocument(id, owner, lifecycle, upload, normal, renditions, revisions.with(event));
  }

  private ImageDocument rendered(Renditions result, ThumbnailEvent event) {
    return new ImageDocument(id, owner, lifecycle, upload, facts, result, revisions.with(event));
  }

  private ImageDocument moved(Lifecycle to, LifecycleEvent event) {
    return new ImageDocument(id, owner, to, upload, facts, renditions, revisions.with(event));
  }

  private ImageDocument tombstone() {
    return new ImageDocument(id, owner, Lifecycle.PURGED, null, null, null, Revisions.NONE);
  }
}
