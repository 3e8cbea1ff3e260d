package pms.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * Gone for good. Consumers keep a tombstone, so that a late event cannot resurrect the image.
 *
 * @param revision grows by one with every change of the image's life cycle; a lower one than already seen is stale
 */
public record ImagePurged(UUID imageId, String owner, long revision, Instant purgedAt) implements LifecycleEvent {}
