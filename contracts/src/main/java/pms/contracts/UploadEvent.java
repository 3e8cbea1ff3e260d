package pms.contracts;

/** The family of topic {@code image-uploaded}. */
public sealed interface UploadEvent extends PmsEvent, ImageEvent permits ImageUploaded {

  @Override
  default String key() {
    return ImageEvent.super.key();
  }
}
