package pms.sharing.view;

import java.util.UUID;

/**
 * What a grid shows in a picture's place until its bytes are there.
 *
 * @param thumbhash base64 of the ThumbHash
 */
public record Placeholder(UUID id, Integer width, Integer height, String thumbhash) {

  /** Of a picture that cannot be shown, or was not heard of yet. */
  public static Placeholder none(UUID id) {
    return new Placeholder(id, null, null, null);
  }
}
