package pms.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A person changed what is said about the image: the whole effective snapshot.
 *
 * @param revision grows by one with every snapshot of the image; a lower one than already seen is stale
 */
public record MetadataChanged(UUID imageId, String owner, long revision, ImageMetadata metadata, Instant at)
    implements MetadataEvent {}
