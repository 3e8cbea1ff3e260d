package pms.search.image;

import java.util.List;
import java.util.UUID;
import pms.contracts.ImageAccessChanged;

/**
 * Whose eyes are open to an image besides its owner's.
 *
 * @param albums it is in; who may see these is kept with the albums
 * @param viewers subjects it was granted to directly
 */
public record Access(List<String> albums, List<String> viewers) {

  public static final Access NONE = new Access(List.of(), List.of());

  static Access of(ImageAccessChanged event) {
    return new Access(event.albums().stream().map(UUID::toString).toList(), event.viewers());
  }
}
