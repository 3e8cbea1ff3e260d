package pms.kit.worker;

import java.time.Duration;

/**
 * How long one task may take.
 *
 * @param processor time of the worker's own; the kernel counts it
 * @param wallClock the service counts it; longer, since the machine may be busy
 */
public record TimeLimit(Duration processor, Duration wallClock) {}
