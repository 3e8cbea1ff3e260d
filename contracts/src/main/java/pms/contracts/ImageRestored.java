package pms.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * Back from the trash.
 *
 * @param revision grows by one with every change of the image's life cycle; a lower one than already seen is stale
 */
public record ImageRestored(UUID imageId, String owner, long revision, Instant restoredAt) implements LifecycleEvent {}
