package pms.contracts;

/**
 * Bytes derived for showing.
 *
 * @param size {@code small}, {@code medium} or {@code large}
 * @param format media type, such as {@code image/jpeg}
 * @param width pixels, upright
 * @param height pixels, upright
 * @param objectKey where the bytes are, see {@link ObjectKeys#rendition}
 */
public record Rendition(String size, String format, int width, int height, long bytes, String objectKey) {}
