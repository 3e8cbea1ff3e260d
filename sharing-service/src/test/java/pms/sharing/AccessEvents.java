package pms.sharing;

import java.util.List;
import java.util.UUID;
import pms.contracts.AccessEvent;
import pms.contracts.Topics;

/** What others hear of who may see an image. */
final class AccessEvents {

  /** All that stands on the topic by now, oldest first. */
  static List<AccessEvent> of(UUID image) {
    return Heard.on(Topics.ACCESS_CHANGED, image);
  }

  private AccessEvents() {}
}
