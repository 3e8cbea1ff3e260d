package pms.contracts;

/** The family of topic {@code metadata-extracted}: full snapshots, so that of one image the highest revision is enough. */
public sealed interface MetadataEvent extends PmsEvent, ImageEvent permits MetadataExtracted, MetadataChanged {

  /** Grows by one with every snapshot of the image; a lower one than already seen is stale. */
  long revision();

  ImageMetadata metadata();

  @Override
  default String key() {
    return ImageEvent.super.key();
  }
}
