package pms.contracts;

import java.util.List;

/** Every topic of the system; each has one writer. All are compacted: the latest record of a key is kept for ever. */
public final class Topics {

  public static final Topic<UploadEvent> IMAGE_UPLOADED = Topic.of("image-uploaded", UploadEvent.class);
  public static final Topic<LifecycleEvent> IMAGE_DELETED = Topic.of("image-deleted", LifecycleEvent.class);
  public static final Topic<MetadataEvent> METADATA_EXTRACTED = Topic.of("metadata-extracted", MetadataEvent.class);
  public static final Topic<ThumbnailEvent> THUMBNAIL_READY = Topic.of("thumbnail-ready", ThumbnailEvent.class);
  public static final Topic<VersionEvent> IMAGE_EDITED = Topic.of("image-edited", VersionEvent.class);
  public static final Topic<AlbumEvent> ALBUM_CHANGED = Topic.of("album-changed", AlbumEvent.class);
  public static final Topic<AccessEvent> ACCESS_CHANGED = Topic.of("access-changed", AccessEvent.class);

  public static final List<Topic<?>> ALL =
      List.of(
          IMAGE_UPLOADED,
          IMAGE_DELETED,
          METADATA_EXTRACTED,
          THUMBNAIL_READY,
          IMAGE_EDITED,
          ALBUM_CHANGED,
          ACCESS_CHANGED);

  /** Services that consume, and so may park an event they cannot handle on {@link #parked}. */
  public static final List<String> CONSUMERS = List.of("upload", "metadata", "processing", "search", "sharing");

  /** The dead-letter topic of a service: records as they came, with the reason in headers {@code pms_parked_*}. */
  public static String parked(String service) {
    return "parked-" + service;
  }

  /** Partitions of every topic: how many replicas of one consumer can share the work. */
  public static final int PARTITIONS = 6;

  private Topics() {}
}
