package pms.contracts;

import java.time.Instant;
import java.util.UUID;

/** A grant ended; what was handed out under it must stop working at once. */
public record GrantRevoked(UUID imageId, String owner, UUID grantId, Instant at) implements AccessEvent {}
