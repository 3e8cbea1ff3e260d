package pms.contracts;

/**
 * A fact that one service tells the others. The families are sealed and one family lives on one topic, so a consumer
 * switches over its family without a {@code default} and a forgotten event does not compile.
 *
 * @see Topics
 */
public sealed interface PmsEvent
    permits UploadEvent, LifecycleEvent, MetadataEvent, ThumbnailEvent, VersionEvent, AlbumEvent, AccessEvent {

  /** Keycloak's {@code sub} of whoever owns the thing the event is about; leads every key that consumers store. */
  String owner();

  /** The Kafka record key and CloudEvents subject: the image id, for album events the album id. */
  String key();
}
