package pms.processing.render;

/** What renditions can be written as. */
public enum OutputFormat {
  JPEG("image/jpeg", "jpg", 65_500),
  WEBP("image/webp", "webp", 16_383),
  AVIF("image/avif", "avif", 16_383),
  PNG("image/png", "png", 1_000_000);

  private final String mediaType;
  private final String extension;
  private final int longestSide;

  OutputFormat(String mediaType, String extension, int longestSide) {
    this.mediaType = mediaType;
    this.extension = extension;
    this.longestSide = longestSide;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Without a dot. */
  public String extension() {
    return extension;
  }

  /** Pixels that a file of it can have, by what the format or its encoders can hold. */
  public int longestSide() {
    return longestSide;
  }
}
