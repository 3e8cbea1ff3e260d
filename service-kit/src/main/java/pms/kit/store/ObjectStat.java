package pms.kit.store;

import java.time.Instant;

/**
 * What the store knows about an object.
 *
 * @param etag without quotes
 */
public record ObjectStat(String key, long bytes, String etag, String type, Instant modifiedAt) {}
