package pms.contracts;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * When a picture was taken.
 *
 * @param local wall time where it was taken, ISO 8601 without offset
 * @param offset UTC offset such as {@code +02:00}; null when unknown
 * @param instant the point in time; null when the offset is unknown
 * @param source {@code exif}, {@code gps}, {@code xmp}, {@code iptc}, {@code png}, {@code filename} or {@code person}
 */
public record TakenAt(LocalDateTime local, String offset, Instant instant, String source) {}
