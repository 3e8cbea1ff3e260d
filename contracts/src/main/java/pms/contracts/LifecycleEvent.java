package pms.contracts;

/** The family of topic {@code image-deleted}: the life cycle after the upload; of one image the latest counts. */
public sealed interface LifecycleEvent extends PmsEvent, ImageEvent permits ImageTrashed, ImageRestored, ImagePurged {

  /** Grows by one with every change of the image's life cycle; a lower one than already seen is stale. */
  long revision();

  @Override
  default String key() {
    return ImageEvent.super.key();
  }
}
