package pms.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is said about the image changed: the whole effective snapshot.
 *
 * @param revision grows by one with every snapshot of the image; a lower one than already seen is stale
 * @param author id of the user who changed it; null when the system did, and from writers who did not say
 * @param fields of the snapshot that they changed, by name; empty when not told. What follows from a change by itself is not among them
 */
public record MetadataChanged(
    UUID imageId, String owner, long revision, ImageMetadata metadata, Instant at, String author, List<String> fields)
    implements MetadataEvent {

  public MetadataChanged {
    fields = fields == null ? List.of() : List.copyOf(fields);
  }

  /** By the system. */
  public MetadataChanged(UUID imageId, String owner, long revision, ImageMetadata metadata, Instant at) {
    this(imageId, owner, revision, metadata, at, null, List.of());
  }
}
