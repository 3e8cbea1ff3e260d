package pms.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * The picture cannot be shown, and trying again will not help: a fact about its content, not about our health.
 *
 * @param reason a sentence its owner can read
 */
public record ThumbnailsFailed(UUID imageId, String owner, int version, long revision, String reason, Instant at)
    implements ThumbnailEvent {}
