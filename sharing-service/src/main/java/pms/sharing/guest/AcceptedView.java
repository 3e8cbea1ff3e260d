package pms.sharing.guest;

import java.util.UUID;

/**
 * An accepted picture.
 *
 * @param state {@code accepted}; {@code accepting} when upload-service does not answer: it happens without anybody's doing
 * @param image what it became in the album; null as long as it is only being accepted
 */
record AcceptedView(String state, UUID image) {

  static AcceptedView of(UUID image) {
    return new AcceptedView(image == null ? "accepting" : "accepted", image);
  }
}
