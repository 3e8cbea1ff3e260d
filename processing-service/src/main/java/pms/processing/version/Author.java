package pms.processing.version;

import java.util.UUID;
import pms.kit.caller.Caller;

/**
 * Who edits.
 *
 * @param job that does it in the author's name, once, however often it is told; null when the author does
 */
record Author(String id, String name, UUID job) {

  static Author of(Caller caller) {
    return new Author(caller.id(), caller.name(), null);
  }
}
