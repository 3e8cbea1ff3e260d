package pms.kit.event;

import java.time.Instant;
import java.util.UUID;
import pms.contracts.PmsEvent;

/**
 * An event as it arrived.
 *
 * @param id the CloudEvents id: the same for every copy of the same event, so it is what the inbox remembers
 * @param time when it was written to its writer's outbox
 */
public record Delivery<E extends PmsEvent>(UUID id, E event, Instant time) {}
