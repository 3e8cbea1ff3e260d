package pms.sharing.view;

import java.util.Optional;
import pms.contracts.Rendition;

/**
 * What there is to keep of a picture.
 *
 * @param file empty when its upload was not heard of yet
 * @param edited what is shown is not that file: what was cut away is for its owner and editors alone
 * @param largest of what is shown, that everybody can open; empty when nothing is
 */
public record Keepable(Optional<Shown.Original> file, boolean edited, Optional<Rendition> largest) {

  static Keepable of(Picture picture) {
    Optional<Rendition> largest = picture.isShown() ? Shown.of(picture).largestJpeg() : Optional.empty();
    return new Keepable(Shown.original(picture), picture.isEdited(), largest);
  }
}
