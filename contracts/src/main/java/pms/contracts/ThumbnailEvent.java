package pms.contracts;

/** The family of topic {@code thumbnail-ready}: the renditions of one version of an image. */
public sealed interface ThumbnailEvent extends PmsEvent, ImageEvent permits ThumbnailsReady, ThumbnailsFailed {

  /** The version of the image that was rendered; 1 is the original as uploaded. */
  int version();

  /** Grows with every rendering of the image, so that of one version the newest result counts. */
  long revision();

  @Override
  default String key() {
    return ImageEvent.super.key();
  }
}
