package pms.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A grant ended; what was handed out under it must stop working at once.
 *
 * @param subject who had it; null for an invitation that nobody took, and from writers who did not say
 */
public record GrantRevoked(UUID imageId, String owner, UUID grantId, Instant at, String subject) implements AccessEvent {

  /** Without saying whose it was. */
  public GrantRevoked(UUID imageId, String owner, UUID grantId, Instant at) {
    this(imageId, owner, grantId, at, null);
  }
}
