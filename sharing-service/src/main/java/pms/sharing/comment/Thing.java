package pms.sharing.comment;

import java.util.UUID;

/**
 * An album or image that may be talked about.
 *
 * @param owner first part of its key
 * @param album whether it is an album
 * @param moderated whether the caller may delete what others say about it
 */
record Thing(String owner, UUID id, boolean album, boolean moderated) {

  UUID albumId() {
    return album ? id : null;
  }
}
