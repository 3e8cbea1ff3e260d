package pms.processing.image;

/**
 * Bytes in the store that may be served.
 *
 * @param format media type
 * @param checksum of the bytes, SHA-256 in hexadecimal
 */
public record StoredFile(String objectKey, String format, long bytes, String checksum) {}
