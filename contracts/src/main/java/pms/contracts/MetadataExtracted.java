package pms.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * What was found in the file, merged with what people already said: the whole effective snapshot.
 *
 * @param revision grows by one with every snapshot of the image; a lower one than already seen is stale
 */
public record MetadataExtracted(UUID imageId, String owner, long revision, ImageMetadata metadata, Instant at)
    implements MetadataEvent {}
