package pms.contracts;

/** The family of topic {@code image-edited}: a new current version. */
public sealed interface VersionEvent extends PmsEvent, ImageEvent permits VersionCreated, VersionReverted {

  /** Number of the new current version; history only grows. */
  int version();

  /** Number of the {@link OriginalFile} that the version is made from. */
  int original();

  /** How many files of the image the writer had heard of. */
  int originals();

  @Override
  default String key() {
    return ImageEvent.super.key();
  }
}
