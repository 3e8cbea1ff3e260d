package pms.contracts;

import java.time.Instant;

/**
 * A file that an image was uploaded as, or that took the place of an earlier one.
 *
 * @param number 1 for the first; history only grows
 * @param fileName what the client called the file; for people's eyes, never part of a key or path
 * @param type the media type by content, such as {@code image/jpeg}
 * @param sha256 64 lower-case hex digits
 * @param objectKey where the bytes are
 * @param width pixels as stored, before orientation; null where the header does not tell
 * @param height pixels as stored, before orientation; null where the header does not tell
 */
public record OriginalFile(
    int number,
    String fileName,
    String type,
    long bytes,
    String sha256,
    String objectKey,
    Integer width,
    Integer height,
    Instant storedAt) {}
