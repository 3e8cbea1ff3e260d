package pms.contracts;

import java.util.UUID;

/** What every event about one image has in common; the image id is its key. */
public interface ImageEvent {

  UUID imageId();

  String owner();

  default String key() {
    return imageId().toString();
  }
}
