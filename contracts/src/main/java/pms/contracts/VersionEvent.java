package pms.contracts;

/** The family of topic {@code image-edited}: a new current version. */
public sealed interface VersionEvent extends PmsEvent, ImageEvent permits VersionCreated, VersionReverted {

  @Override
  default String key() {
    return ImageEvent.super.key();
  }
}
