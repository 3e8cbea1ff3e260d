package pms.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * Hidden from every list but the trash; comes back by {@link ImageRestored}.
 *
 * @param revision grows by one with every change of the image's life cycle; a lower one than already seen is stale
 */
public record ImageTrashed(UUID imageId, String owner, long revision, Instant trashedAt) implements LifecycleEvent {}
