package pms.sharing.access;

import java.util.Optional;

/**
 * All that counts for one caller and one image, and the decision that follows. Nothing else decides.
 *
 * @param own whether the caller owns the image
 * @param role the highest the caller has in any album the image is in, be it inherited
 * @param level the highest that was granted directly to the caller
 */
record ImageFacts(boolean own, State state, Optional<Role> role, Optional<Level> level) {

  enum State {
    LIVE,
    TRASHED,
    PURGED
  }

  boolean allow(Right right) {
    return switch (state) {
      case PURGED -> false;
      case TRASHED -> own;
      case LIVE -> own || others(right);
    };
  }

  private boolean others(Right right) {
    return switch (right) {
      case VIEW, DOWNLOAD, EDIT ->
          role.filter(held -> held.allows(right)).isPresent() || level.filter(held -> held.allows(right)).isPresent();
      // A contributor adds pictures of their own, and an album's owner manages the album: the picture stays its owner's.
      case CONTRIBUTE, MANAGE -> false;
    };
  }
}
