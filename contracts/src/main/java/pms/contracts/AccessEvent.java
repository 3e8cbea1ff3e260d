package pms.contracts;

/** The family of topic {@code access-changed}. */
public sealed interface AccessEvent extends PmsEvent, ImageEvent permits ImageAccessChanged, GrantRevoked {

  @Override
  default String key() {
    return ImageEvent.super.key();
  }
}
