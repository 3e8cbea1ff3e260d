package pms.upload.format;

/** The picture formats we take in, told by their content. */
public enum ImageType {
  JPEG("image/jpeg", "jpg", true),
  PNG("image/png", "png", true),
  GIF("image/gif", "gif", true),
  WEBP("image/webp", "webp", true),
  BMP("image/bmp", "bmp", true),
  TIFF("image/tiff", "tif", false),
  HEIC("image/heic", "heic", false),
  HEIF("image/heif", "heif", false),
  AVIF("image/avif", "avif", false),
  CR2("image/x-canon-cr2", "cr2", false),
  CR3("image/x-canon-cr3", "cr3", false),
  NEF("image/x-nikon-nef", "nef", false),
  ARW("image/x-sony-arw", "arw", false),
  DNG("image/x-adobe-dng", "dng", false),
  RW2("image/x-panasonic-rw2", "rw2", false),
  ORF("image/x-olympus-orf", "orf", false),
  RAF("image/x-fuji-raf", "raf", false);

  private final String mediaType;
  private final String extension;
  private final boolean sizeAtFront;

  ImageType(String mediaType, String extension, boolean sizeAtFront) {
    this.mediaType = mediaType;
    this.extension = extension;
    this.sizeAtFront = sizeAtFront;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Without dot. */
  public String extension() {
    return extension;
  }

  /** Whether every sound file of this format tells its size before its pixels. */
  boolean sizeAtFront() {
    return sizeAtFront;
  }
}
