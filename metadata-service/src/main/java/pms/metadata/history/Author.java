package pms.metadata.history;

import java.util.UUID;

/**
 * Who changes something.
 *
 * @param name as it was when it happened
 * @param job the job it was part of; null for none
 */
public record Author(String id, String name, UUID job) {

  public static Author of(String id, String name) {
    return new Author(id, name, null);
  }
}
