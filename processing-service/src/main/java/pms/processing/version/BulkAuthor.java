package pms.processing.version;

import java.util.UUID;
import pms.kit.caller.Caller;

/**
 * Who edits many pictures at once.
 *
 * @param job that does it in the author's name, once, however often it is told; null when the author does
 */
record BulkAuthor(String id, String name, UUID job) {

  static BulkAuthor of(Caller caller) {
    return new BulkAuthor(caller.id(), caller.name(), null);
  }
}
