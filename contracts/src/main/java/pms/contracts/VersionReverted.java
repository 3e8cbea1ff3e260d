package pms.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A revert made a new current version from an older one.
 *
 * @param version number of the new current version; history only grows
 * @param basedOn number of the version it was made from
 * @param width pixels of the version, upright
 * @param height pixels of the version, upright
 */
public record VersionReverted(
    UUID imageId, String owner, int version, int basedOn, int width, int height, String author, Instant at)
    implements VersionEvent {}
