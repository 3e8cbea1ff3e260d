package pms.processing.render;

/** What renditions can be written as. */
public enum OutputFormat {
  JPEG("image/jpeg", "jpg"),
  WEBP("image/webp", "webp"),
  AVIF("image/avif", "avif"),
  PNG("image/png", "png");

  private final String mediaType;
  private final String extension;

  OutputFormat(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Without a dot. */
  public String extension() {
    return extension;
  }
}
